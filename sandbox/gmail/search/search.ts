import type { Labels } from "../labels.ts";
import type { Mailbox } from "../mailbox.ts";
import { headerOf, type Message, mailOf, rfcIdOf } from "../message.ts";
import { decoded } from "../mime/headers.ts";
import { mailText } from "../mime/text.ts";
import { attachmentsOf } from "../mime/tree.ts";
import { age, bytes, instant } from "./dates.ts";
import { mentions, parseQuery, type Query } from "./query.ts";
import { lineHas, wordLine } from "./words.ts";

interface Indexed {
  subject: string;
  everything: string;
  filenames: string[];
}

const index = new WeakMap<Message, Indexed>();

function indexed(message: Message): Indexed {
  const known = index.get(message);
  if (known) return known;
  const mail = mailOf(message);
  const filenames = attachmentsOf(mail).map((part) => part.filename);
  const headers = ["Subject", "From", "To", "Cc", "Bcc"].map((name) => decoded(headerOf(message, name) ?? ""));
  const entry = {
    subject: wordLine(headers[0] ?? ""),
    everything: wordLine([...headers, mailText(mail), ...filenames].join("\n")),
    filenames,
  };
  index.set(message, entry);
  return entry;
}

interface Place {
  mailbox: Mailbox;
  now: number;
}

/** A predicate for `q`; spam and trash stay out unless the caller or the query itself asks for them. */
export function searcher(
  q: string,
  { mailbox, now, includeSpamTrash }: Place & { includeSpamTrash: boolean },
): (message: Message) => boolean {
  const query = parseQuery(q);
  const anywhere = includeSpamTrash || mentions(query, ["anywhere"]);
  const spam = anywhere || mentions(query, ["spam"]);
  const trash = anywhere || mentions(query, ["trash"]);
  return (message) =>
    (spam || !message.labels.has("SPAM")) &&
    (trash || !message.labels.has("TRASH")) &&
    matches(query, message, { mailbox, now });
}

function matches(query: Query, message: Message, place: Place): boolean {
  switch (query.kind) {
    case "and":
      return query.all.every((each) => matches(each, message, place));
    case "or":
      return query.all.some((each) => matches(each, message, place));
    case "not":
      return !matches(query.of, message, place);
    case "words":
      return lineHas(indexed(message).everything, query.text);
    case "operator":
      return holds(query.name, query.value, message, place);
  }
}

function holds(name: string, value: string, message: Message, { mailbox, now }: Place): boolean {
  const at = message.internalDate;
  const wanted = value.toLowerCase() === "me" ? mailbox.address : value;
  const inHeaders = (...names: string[]) =>
    names.some((each) => lineHas(wordLine(decoded(headerOf(message, each) ?? "")), wanted));
  switch (name) {
    case "after":
    case "newer":
      return at >= (instant(value) ?? Number.POSITIVE_INFINITY);
    case "before":
    case "older":
      return at < (instant(value) ?? Number.NEGATIVE_INFINITY);
    case "newer_than":
      return at >= now - (age(value) ?? Number.NEGATIVE_INFINITY);
    case "older_than":
      return at < now - (age(value) ?? Number.POSITIVE_INFINITY);
    case "in":
    case "is":
    case "label":
      return isIn(value, message, mailbox.labels);
    case "category":
      return message.labels.has(`CATEGORY_${value.toUpperCase().replace("PRIMARY", "PERSONAL")}`);
    case "from":
      return inHeaders("From");
    case "to":
      return inHeaders("To", "Cc", "Bcc");
    case "cc":
      return inHeaders("Cc");
    case "bcc":
      return inHeaders("Bcc");
    case "deliveredto":
      return inHeaders("Delivered-To");
    case "list":
      return inHeaders("List-Id");
    case "subject":
      return lineHas(indexed(message).subject, value);
    case "has":
      return value.toLowerCase() === "attachment" && indexed(message).filenames.some((each) => each !== "");
    case "filename":
      return indexed(message).filenames.some((each) => each.toLowerCase().includes(value.toLowerCase()));
    case "rfc822msgid":
      return rfcIdOf(message)?.slice(1, -1) === value.replace(/^<|>$/g, "");
    case "larger":
    case "size":
      return message.raw.length > (bytes(value) ?? Number.POSITIVE_INFINITY);
    case "smaller":
      return message.raw.length < (bytes(value) ?? 0);
    default:
      return false;
  }
}

const PLACES: Record<string, string> = { drafts: "DRAFT", chats: "CHAT" };

function isIn(value: string, message: Message, labels: Labels): boolean {
  const wanted = value.toLowerCase();
  if (wanted === "anywhere") return true;
  if (wanted === "read") return !message.labels.has("UNREAD");
  const system = labels.get(PLACES[wanted] ?? wanted.toUpperCase());
  if (system?.type === "system") return message.labels.has(system.id);
  // In a search a label's spaces, slashes and such are written as hyphens.
  const hyphens = (text: string) => text.toLowerCase().replace(/[\s/&|()]+/g, "-");
  return labels
    .all()
    .some((label) => label.type === "user" && hyphens(label.name) === hyphens(value) && message.labels.has(label.id));
}
