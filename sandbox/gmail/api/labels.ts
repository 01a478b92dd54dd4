import { MAY } from "../auth/scopes.ts";
import { notFound } from "../errors.ts";
import type { Label } from "../labels.ts";
import type { Mailbox } from "../mailbox.ts";
import type { Context, Method } from "./method.ts";
import { checkFields, object, string } from "./read.ts";

const FIELDS =
  "id name type messageListVisibility labelListVisibility color messagesTotal messagesUnread threadsTotal threadsUnread".split(
    " ",
  );

function wanted({ body }: Context): Partial<Label> {
  const color = object(body, "color");
  if (color) checkFields(color, ["textColor", "backgroundColor"], "color");
  const visibility = string(body, "messageListVisibility") as Label["messageListVisibility"];
  const listing = string(body, "labelListVisibility") as Label["labelListVisibility"];
  const name = string(body, "name");
  return {
    ...(name !== undefined && { name }),
    ...(visibility !== undefined && { messageListVisibility: visibility }),
    ...(listing !== undefined && { labelListVisibility: listing }),
    ...(color && {
      color: { textColor: string(color, "textColor") ?? "", backgroundColor: string(color, "backgroundColor") ?? "" },
    }),
  };
}

function named({ mailbox, params }: Context): Label {
  const label = mailbox.labels.get(params.id ?? "");
  if (!label) throw notFound();
  return label;
}

/** Only `get` counts; a list does not. */
function counted(mailbox: Mailbox, label: Label): Record<string, unknown> {
  const messages = mailbox.newestFirst().filter((message) => message.labels.has(label.id));
  const unread = messages.filter((message) => message.labels.has("UNREAD"));
  const threads = (list: typeof messages) => new Set(list.map(({ threadId }) => threadId)).size;
  return {
    ...label,
    messagesTotal: messages.length,
    messagesUnread: unread.length,
    threadsTotal: threads(messages),
    threadsUnread: threads(unread),
  };
}

export const labelMethods: Method[] = [
  {
    name: "labels.list",
    verb: "GET",
    path: "labels",
    units: 1,
    may: MAY.seeLabels,
    run: ({ mailbox }) => ({ labels: mailbox.labels.all() }),
  },
  {
    name: "labels.get",
    verb: "GET",
    path: "labels/:id",
    units: 1,
    may: MAY.seeLabels,
    run: (context) => counted(context.mailbox, named(context)),
  },
  {
    name: "labels.create",
    verb: "POST",
    path: "labels",
    units: 5,
    may: MAY.makeLabels,
    body: FIELDS,
    run: (context) => ({ ...context.mailbox.labels.create(wanted(context)) }),
  },
  {
    name: "labels.update",
    verb: "PUT",
    path: "labels/:id",
    units: 5,
    may: MAY.makeLabels,
    body: FIELDS,
    run: (context) => ({ ...context.mailbox.labels.update(named(context), wanted(context)) }),
  },
  {
    name: "labels.patch",
    verb: "PATCH",
    path: "labels/:id",
    units: 5,
    may: MAY.makeLabels,
    body: FIELDS,
    run: (context) => ({ ...context.mailbox.labels.update(named(context), wanted(context)) }),
  },
  {
    name: "labels.delete",
    verb: "DELETE",
    path: "labels/:id",
    units: 5,
    may: MAY.makeLabels,
    run: (context) => {
      const { mailbox } = context;
      const label = named(context);
      mailbox.labels.delete(label);
      for (const message of mailbox.newestFirst()) mailbox.relabel(message, [], [label.id]);
      return undefined;
    },
  },
];
