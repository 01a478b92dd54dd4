import type { Gmail } from "../gmail.ts";
import type { Mailbox } from "../mailbox.ts";
import { readMail } from "../mime/read.ts";
import { searcher } from "../search/search.ts";
import type { WebUi } from "../web-ui.ts";
import { Act } from "./bodies.ts";
import { type ControlRoute, done, download, ok } from "./router.ts";
import { messageLine, messageWhole } from "./views.ts";

const PAGE = 200;

/** Our own mailboxes: what arrived, and a person at work in them. */
export function teamRoutes(gmail: Gmail): ControlRoute[] {
  const mailboxOf = (params: Record<string, string>): Mailbox => gmail.mailbox(params.address ?? "");
  const messageOf = (params: Record<string, string>) => {
    const message = mailboxOf(params).find(params.id ?? "");
    if (!message) throw new Error(`no message ${params.id}`);
    return message;
  };
  return [
    {
      verb: "GET",
      path: "mailboxes",
      run: () =>
        ok(
          gmail.mailboxes.map((mailbox) => {
            const messages = mailbox.newestFirst();
            return {
              address: mailbox.address,
              name: mailbox.name,
              sendAs: mailbox.sendAs.map(({ sendAsEmail }) => sendAsEmail),
              messages: messages.length,
              unread: messages.filter(({ labels }) => labels.has("INBOX") && labels.has("UNREAD")).length,
              drafts: mailbox.drafts.size,
              labels: mailbox.labels.all().map(({ id, name, type }) => ({ id, name, type })),
            };
          }),
        ),
    },
    {
      verb: "GET",
      path: "mailboxes/:address/messages",
      run: ({ params, query }) => {
        const mailbox = mailboxOf(params);
        const q = query.get("q") ?? "in:anywhere";
        const wanted = searcher(q, { mailbox, now: gmail.clock.now(), includeSpamTrash: false });
        const found = mailbox
          .newestFirst()
          .filter(wanted)
          .slice(0, Number(query.get("limit") ?? PAGE));
        return ok(found.map((message) => messageLine(mailbox, message)));
      },
    },
    {
      verb: "GET",
      path: "mailboxes/:address/threads/:id",
      run: ({ params }) => {
        const mailbox = mailboxOf(params);
        return ok(mailbox.thread(params.id ?? "").map((message) => messageWhole(mailbox, message)));
      },
    },
    {
      verb: "GET",
      path: "mailboxes/:address/messages/:id",
      run: ({ params }) => ok(messageWhole(mailboxOf(params), messageOf(params))),
    },
    {
      verb: "GET",
      path: "mailboxes/:address/messages/:id/raw",
      run: ({ params }) => download(messageOf(params).raw, "message/rfc822", `${params.id}.eml`),
    },
    {
      verb: "GET",
      path: "mailboxes/:address/messages/:id/attachments/:index",
      run: ({ params }) => {
        const file = readMail(messageOf(params).raw).attachments[Number(params.index)];
        if (!file) throw new Error(`no attachment ${params.index}`);
        return download(file.content, file.mimeType, file.filename);
      },
    },
    {
      verb: "POST",
      path: "mailboxes/:address/deliver",
      run: ({ params, query, bytes }) => {
        if (bytes.length === 0) throw new Error("the body of this request is the mail itself");
        const receivedAt = query.get("receivedAt");
        const message = gmail.deliver(params.address ?? "", bytes, {
          ...(query.has("label") && { labels: query.getAll("label") }),
          ...(receivedAt !== null && { receivedAt: Number(receivedAt) }),
          trace: query.get("trace") === "true",
        });
        return ok(messageLine(mailboxOf(params), message));
      },
    },
    {
      verb: "POST",
      path: "mailboxes/:address/act",
      run: ({ params, json }) => act(gmail.web(params.address ?? ""), Act.parse(json())),
    },
  ];
}

function act(web: WebUi, order: ReturnType<typeof Act.parse>) {
  const draftOf = ({ draftId, message: { id, threadId } }: ReturnType<WebUi["autosave"]>) =>
    ok({ draftId, id, threadId });
  const idsOf = ({ id, threadId }: { id: string; threadId: string }) => ok({ id, threadId });
  switch (order.do) {
    case "write":
      return idsOf(web.write(order));
    case "reply":
      return idsOf(web.reply(order.threadId, order));
    case "autosave":
      return draftOf(web.autosave(order.threadId, order, order.draftId));
    case "editDraft":
      return draftOf(web.editDraft(order.draftId, order));
    case "sendDraft":
      return idsOf(web.sendDraft(order.draftId));
    case "deleteDraft":
      web.deleteDraft(order.draftId);
      return done();
    case "label":
      web.label(order.threadId, order.add, order.remove);
      return done();
    default:
      web[order.do](order.threadId);
      return done();
  }
}
