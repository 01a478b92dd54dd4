import { arrive } from "../arrive.ts";
import { headersOnly, MAY } from "../auth/scopes.ts";
import { forbidden, invalidArgument, notFound } from "../errors.ts";
import { readAttachmentToken } from "../ids.ts";
import { changeLabels, trash } from "../label-change.ts";
import { headerOf, type Message, mailOf } from "../message.ts";
import { messageResource, readFormat, stub } from "../message-resource.ts";
import { everyPart } from "../mime/tree.ts";
import { sendMail } from "../post-office.ts";
import { searcher } from "../search/search.ts";
import { threadForOutgoing } from "../threading.ts";
import type { Context, Method } from "./method.ts";
import { pageOf } from "./page.ts";
import { checkFields, flag, hexId, mailBytes, maxResults, string, strings } from "./read.ts";

const MESSAGE_FIELDS = [
  ..."id threadId labelIds snippet historyId internalDate payload sizeEstimate raw classificationLabelValues".split(
    " ",
  ),
];
const CHANGE_FIELDS = "addLabelIds removeLabelIds addClassificationLabels removeClassificationLabelIds".split(" ");

/** The mail of a request, from its JSON or from the upload beside it. */
export function rawMail(message: Record<string, unknown>, media: Buffer | undefined): Buffer {
  checkFields(message, MESSAGE_FIELDS, "message");
  const raw = media ?? mailBytes(string(message, "raw") ?? "");
  if (raw.length > 0) return raw;
  throw invalidArgument("'raw' RFC822 payload message string or uploading message via /upload/* URL required");
}

/** A thread a request names: it must be one of this mailbox's. */
export function namedThread({ mailbox }: Context, message: Record<string, unknown>): string | undefined {
  const threadId = string(message, "threadId");
  if (threadId === undefined || threadId === "") return undefined;
  if (mailbox.thread(hexId(threadId, "thread_id")).length === 0) throw notFound();
  return threadId;
}

/** What `q`, `labelIds` and `includeSpamTrash` leave of a mailbox, newest first. */
export function listed({ world, mailbox, query, scopes }: Context, all: readonly Message[]): Message[] {
  const q = query.get("q") ?? "";
  if (q !== "" && headersOnly(scopes)) throw forbidden("Metadata scope does not support 'q' parameter");
  const labelIds = query.getAll("labelIds");
  mailbox.labels.checkGiven(labelIds);
  const now = world.clock.now();
  const includeSpamTrash = flag(query, "includeSpamTrash") || labelIds.includes("SPAM") || labelIds.includes("TRASH");
  const wanted = searcher(q, { mailbox, now, includeSpamTrash });
  // A search runs on an index that is behind; a plain list does not.
  const known = (message: Message) => q === "" || message.storedAt <= now - world.knobs.searchLagMs;
  return all.filter((message) => labelIds.every((id) => message.labels.has(id)) && known(message) && wanted(message));
}

export function resourceFor({ query, scopes }: Context, message: Message): Record<string, unknown> {
  const format = readFormat(query.get("format"));
  if (headersOnly(scopes) && (format === "full" || format === "raw")) {
    throw forbidden(`Metadata scope doesn't allow format ${format.toUpperCase()}`);
  }
  return messageResource(message, format, query.getAll("metadataHeaders"));
}

/** `insert` files a mail as it is, `import` as if it had been received. */
function store(context: Context, source: "receivedTime" | "dateHeader", labels: string[]): Record<string, unknown> {
  const { world, mailbox, body, media, query } = context;
  const raw = rawMail(body, media);
  const given = strings(body, "labelIds");
  mailbox.labels.checkGiven(given);
  const threadId = namedThread(context, body);
  const dated = Date.parse(headerOf({ raw }, "Date") ?? "");
  const wantsHeader = (query.get("internalDateSource") ?? source) === "dateHeader";
  const receivedAt = wantsHeader && !Number.isNaN(dated) ? dated : undefined;
  const message = arrive(
    mailbox,
    raw,
    { labels: given.length > 0 ? given : labels, receivedAt, threadId: threadForOutgoing(mailbox, { raw }, threadId) },
    world.clock.now(),
  );
  return stub(message);
}

function batch({ mailbox, body }: Context): Message[] {
  const ids = strings(body, "ids");
  if (ids.length === 0) throw invalidArgument("No message ids specified.");
  if (ids.length > 1_000) throw invalidArgument("Too many message ids specified.");
  // Ids that are gone are passed over: the batch methods know no error per id.
  return ids.flatMap((id) => mailbox.find(hexId(id)) ?? []);
}

const one = ({ mailbox, params }: Context): Message => mailbox.take(hexId(params.id ?? ""));

export const messageMethods: Method[] = [
  {
    name: "messages.list",
    verb: "GET",
    path: "messages",
    units: 5,
    may: MAY.look,
    query: ["maxResults", "pageToken", "q", "labelIds", "includeSpamTrash"],
    run: (context) => {
      const { items, ...page } = pageOf(
        listed(context, context.mailbox.newestFirst()),
        context.query,
        maxResults(context.query),
      );
      const messages = items.map(({ id, threadId }) => ({ id, threadId }));
      return { ...(messages.length > 0 && { messages }), ...page };
    },
  },
  {
    name: "messages.get",
    verb: "GET",
    path: "messages/:id",
    units: 20,
    may: MAY.look,
    query: ["format", "metadataHeaders"],
    run: (context) => resourceFor(context, one(context)),
  },
  {
    name: "messages.attachments.get",
    verb: "GET",
    path: "messages/:messageId/attachments/:id",
    units: 20,
    may: MAY.read,
    run: ({ mailbox, params }) => {
      const message = mailbox.take(hexId(params.messageId ?? ""));
      const token = readAttachmentToken(params.id ?? "");
      if (token?.messageId !== message.id) throw invalidArgument("Invalid attachment token");
      for (const part of everyPart(mailOf(message))) {
        if (part.partId === token.partId) return { size: part.body.length, data: part.body.toString("base64url") };
      }
      throw notFound();
    },
  },
  {
    name: "messages.modify",
    verb: "POST",
    path: "messages/:id/modify",
    units: 5,
    may: MAY.change,
    body: CHANGE_FIELDS,
    run: (context) => {
      const message = one(context);
      changeLabels(
        context.mailbox,
        [message],
        strings(context.body, "addLabelIds"),
        strings(context.body, "removeLabelIds"),
      );
      return stub(message);
    },
  },
  {
    name: "messages.batchModify",
    verb: "POST",
    path: "messages/batchModify",
    units: 50,
    may: MAY.change,
    body: ["ids", ...CHANGE_FIELDS],
    run: (context) => {
      const { mailbox, body } = context;
      changeLabels(mailbox, batch(context), strings(body, "addLabelIds"), strings(body, "removeLabelIds"));
      return undefined;
    },
  },
  {
    name: "messages.batchDelete",
    verb: "POST",
    path: "messages/batchDelete",
    units: 50,
    may: MAY.erase,
    body: ["ids"],
    run: (context) => {
      for (const message of batch(context)) context.mailbox.remove(message);
      return undefined;
    },
  },
  {
    name: "messages.trash",
    verb: "POST",
    path: "messages/:id/trash",
    units: 20,
    may: MAY.change,
    run: (context) => stub(trash(context.mailbox, one(context))),
  },
  {
    name: "messages.untrash",
    verb: "POST",
    path: "messages/:id/untrash",
    units: 5,
    may: MAY.change,
    run: (context) => {
      const message = one(context);
      context.mailbox.relabel(message, [], ["TRASH"]);
      return stub(message);
    },
  },
  {
    name: "messages.delete",
    verb: "DELETE",
    path: "messages/:id",
    units: 10,
    may: MAY.erase,
    run: (context) => {
      context.mailbox.remove(one(context));
      return undefined;
    },
  },
  {
    name: "messages.send",
    verb: "POST",
    path: "messages/send",
    units: 100,
    may: MAY.send,
    body: MESSAGE_FIELDS,
    upload: "sendBytes",
    run: (context) => {
      const { world, mailbox, body, media } = context;
      const raw = rawMail(body, media);
      return stub(sendMail(world, mailbox, { raw, threadId: namedThread(context, body), via: "api" }));
    },
  },
  {
    name: "messages.import",
    verb: "POST",
    path: "messages/import",
    units: 25,
    may: MAY.insert,
    query: ["deleted", "internalDateSource", "neverMarkSpam", "processForCalendar"],
    body: MESSAGE_FIELDS,
    upload: "importBytes",
    run: (context) => store(context, "dateHeader", ["UNREAD", "INBOX"]),
  },
  {
    name: "messages.insert",
    verb: "POST",
    path: "messages",
    units: 25,
    may: MAY.insert,
    query: ["deleted", "internalDateSource"],
    body: MESSAGE_FIELDS,
    upload: "importBytes",
    run: (context) => store(context, "receivedTime", []),
  },
];
