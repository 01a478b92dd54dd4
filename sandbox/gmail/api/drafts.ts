import { MAY } from "../auth/scopes.ts";
import { fileDraft } from "../drafts.ts";
import { notFound } from "../errors.ts";
import { stub } from "../message-resource.ts";
import { sendMail } from "../post-office.ts";
import { listed, namedThread, rawMail, resourceFor } from "./messages.ts";
import type { Context, Method } from "./method.ts";
import { pageOf } from "./page.ts";
import { checkFields, maxResults, object, string } from "./read.ts";

const FIELDS = ["id", "message"];

function write(context: Context, draftId: string | undefined): Record<string, unknown> {
  const { mailbox, body, media } = context;
  const message = object(body, "message") ?? {};
  const raw = rawMail(message, media);
  const threadId = namedThread(context, message);
  const draft = fileDraft(mailbox, { raw, threadId, draftId });
  return { id: draft.id, message: stub(draft.message) };
}

export const draftMethods: Method[] = [
  {
    name: "drafts.create",
    verb: "POST",
    path: "drafts",
    units: 10,
    may: MAY.draft,
    body: FIELDS,
    upload: "sendBytes",
    run: (context) => write(context, undefined),
  },
  {
    name: "drafts.update",
    verb: "PUT",
    path: "drafts/:id",
    units: 15,
    may: MAY.draft,
    body: FIELDS,
    upload: "sendBytes",
    run: (context) => write(context, context.params.id),
  },
  {
    name: "drafts.get",
    verb: "GET",
    path: "drafts/:id",
    units: 20,
    may: MAY.readDraft,
    query: ["format"],
    run: (context) => {
      const id = context.params.id ?? "";
      return { id, message: resourceFor(context, context.mailbox.draftMessage(id)) };
    },
  },
  {
    name: "drafts.list",
    verb: "GET",
    path: "drafts",
    units: 5,
    may: MAY.readDraft,
    query: ["maxResults", "pageToken", "q", "includeSpamTrash"],
    run: (context) => {
      const { mailbox, query } = context;
      const draftOf = new Map([...mailbox.drafts].map(([draft, message]) => [message, draft]));
      const drafts = mailbox.newestFirst().filter(({ id }) => draftOf.has(id));
      const { items, ...page } = pageOf(listed(context, drafts), query, maxResults(query));
      const shown = items.map(({ id, threadId }) => ({ id: draftOf.get(id), message: { id, threadId } }));
      return { ...(shown.length > 0 && { drafts: shown }), ...page };
    },
  },
  {
    name: "drafts.delete",
    verb: "DELETE",
    path: "drafts/:id",
    units: 10,
    may: MAY.draft,
    run: ({ mailbox, params }) => {
      mailbox.remove(mailbox.draftMessage(params.id ?? ""));
      return undefined;
    },
  },
  {
    name: "drafts.send",
    verb: "POST",
    path: "drafts/send",
    units: 100,
    may: MAY.draft,
    body: FIELDS,
    upload: "sendBytes",
    run: (context) => {
      const { world, mailbox, body, media } = context;
      const id = string(body, "id");
      if (!id) throw notFound();
      checkFields(body, FIELDS);
      mailbox.draftMessage(id);
      // A message in the request is an update first: it replaces the whole draft, also when the sending fails.
      if (media || object(body, "message")?.raw !== undefined) write(context, id);
      const draft = mailbox.draftMessage(id);
      return stub(sendMail(world, mailbox, { raw: draft.raw, threadId: draft.threadId, via: "api", draft }));
    },
  },
];
