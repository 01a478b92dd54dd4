import { MAY } from "../auth/scopes.ts";
import { invalidArgument, notFound } from "../errors.ts";
import { changeLabels, trash } from "../label-change.ts";
import type { Message } from "../message.ts";
import { mailOf } from "../message.ts";
import { stub } from "../message-resource.ts";
import { snippetOf } from "../mime/text.ts";
import { listed, resourceFor } from "./messages.ts";
import type { Context, Method } from "./method.ts";
import { pageOf } from "./page.ts";
import { hexId, maxResults, strings } from "./read.ts";

function thread({ mailbox, params }: Context): Message[] {
  const messages = mailbox.thread(hexId(params.id ?? ""));
  if (messages.length === 0) throw notFound();
  return messages;
}

function changed(messages: readonly Message[]): Record<string, unknown> {
  return { id: messages[0]?.threadId, historyId: latest(messages), messages: messages.map(stub) };
}

function latest(messages: readonly Message[]): string {
  return String(messages.reduce((top, { historyId }) => (historyId > top ? historyId : top), 0n));
}

export const threadMethods: Method[] = [
  {
    name: "threads.list",
    verb: "GET",
    path: "threads",
    units: 10,
    may: MAY.look,
    query: ["maxResults", "pageToken", "q", "labelIds", "includeSpamTrash"],
    run: (context) => {
      const { mailbox, query } = context;
      const newest = new Map<string, Message>();
      for (const message of listed(context, mailbox.newestFirst())) {
        if (!newest.has(message.threadId)) newest.set(message.threadId, message);
      }
      const { items, ...page } = pageOf([...newest.values()], query, maxResults(query));
      const threads = items.map((message) => ({
        id: message.threadId,
        snippet: snippetOf(mailOf(message)),
        historyId: latest(mailbox.thread(message.threadId)),
      }));
      return { ...(threads.length > 0 && { threads }), ...page };
    },
  },
  {
    name: "threads.get",
    verb: "GET",
    path: "threads/:id",
    units: 40,
    may: MAY.look,
    query: ["format", "metadataHeaders"],
    run: (context) => {
      if (context.query.get("format")?.toLowerCase() === "raw") throw invalidArgument("Invalid format: RAW");
      const messages = thread(context);
      return {
        id: messages[0]?.threadId,
        historyId: latest(messages),
        messages: messages.map((message) => resourceFor(context, message)),
      };
    },
  },
  {
    name: "threads.modify",
    verb: "POST",
    path: "threads/:id/modify",
    units: 10,
    may: MAY.change,
    body: ["addLabelIds", "removeLabelIds"],
    run: (context) => {
      const messages = thread(context);
      changeLabels(
        context.mailbox,
        messages,
        strings(context.body, "addLabelIds"),
        strings(context.body, "removeLabelIds"),
      );
      return changed(messages);
    },
  },
  {
    name: "threads.trash",
    verb: "POST",
    path: "threads/:id/trash",
    units: 20,
    may: MAY.change,
    run: (context) => changed(thread(context).map((message) => trash(context.mailbox, message))),
  },
  {
    name: "threads.untrash",
    verb: "POST",
    path: "threads/:id/untrash",
    units: 10,
    may: MAY.change,
    run: (context) => {
      const messages = thread(context);
      for (const message of messages) context.mailbox.relabel(message, [], ["TRASH"]);
      return changed(messages);
    },
  },
  {
    name: "threads.delete",
    verb: "DELETE",
    path: "threads/:id",
    units: 20,
    may: MAY.erase,
    run: (context) => {
      for (const message of thread(context)) context.mailbox.remove(message);
      return undefined;
    },
  },
];
