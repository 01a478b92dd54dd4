import { fold } from "./fold.ts";
import { FORM_LABELS } from "./form-labels.ts";
import { isBlank, type Line } from "./line.ts";
import { alternatives } from "./patterns.ts";
import { isRule } from "./separators.ts";

/** A contact form's mail: labels and values, one of them the visitor's own words. */
export interface WebForm {
  message: string;
  name: string | undefined;
  email: string | undefined;
}

type Field = keyof typeof FORM_LABELS;

const PATTERNS = (Object.keys(FORM_LABELS) as Field[]).map(
  (field) => [field, new RegExp(`^(?:${alternatives(FORM_LABELS[field])})$`, "u")] as const,
);

/** Labels that a form must show, the message among them, before its mail is taken for a form's. */
const MIN_LABELS = 3;
const MAX_LINES = 400;

export function readWebForm(lines: readonly Line[]): WebForm | undefined {
  // A form asks for an address, so without one there is nothing to find.
  if (!lines.some(({ text }) => text.includes("@"))) return undefined;
  const found: { at: number; field: Field; value: string }[] = [];
  const end = Math.min(lines.length, MAX_LINES);
  for (let at = 0; at < end; at++) {
    const label = labelled(lines[at]?.text ?? "", isBlank(lines[at - 1]?.text ?? ""), lines[at + 1]?.text);
    if (label) found.push({ at, ...label });
  }
  const message = longestMessage(found, lines, end);
  const email = found.find(({ field }) => field === "email");
  if (!message || !email || !ADDRESS.test(fieldValue(email, lines))) return undefined;
  const labels = lines
    .slice(0, end)
    .filter(({ text }) => /^[\p{L}][\p{L} /_-]{1,28}[:：\t]\s*\S/u.test(text.trim())).length;
  if (Math.max(found.length, labels) < MIN_LABELS) return undefined;
  return {
    message: messageText(lines, message, found.find(({ at }) => at > message.at)?.at ?? end),
    name:
      fieldValue(
        found.find(({ field }) => field === "name"),
        lines,
      ) || undefined,
    email: ADDRESS.exec(fieldValue(email, lines))?.[0].toLowerCase(),
  };
}
/** A form may have two free fields ("Reason", "Message"); the one with more words is what the visitor came to say. */
function longestMessage<T extends { at: number; field: Field; value: string }>(
  found: readonly T[],
  lines: readonly Line[],
  end: number,
): T | undefined {
  let best: T | undefined;
  let length = -1;
  for (const label of found) {
    if (label.field !== "message") continue;
    const text = messageText(lines, label, found.find(({ at }) => at > label.at)?.at ?? end);
    if (text.length > length) [best, length] = [label, text.length];
  }
  return best;
}

const ADDRESS = /[^\s<>()"',;:]{1,64}@[^\s<>()"',;:]{1,200}/;

/** `Label: value`, `Label<tab>value` of a table row, or a label alone above its value. */
function labelled(
  text: string,
  afterBlank: boolean,
  next: string | undefined,
): { field: Field; value: string } | undefined {
  const match =
    /[:：\t=?]/.test(text) &&
    /^[\s*_•-]{0,6}([^:：\t=]{2,48}?)[*_\s]{0,3}(?:[:：\t=?]|\?:)[*_]{0,2}\s*(.*)$/u.exec(text.slice(0, 2_000));
  if (match) {
    const field = fieldOf(match[1] ?? "");
    if (field) return { field, value: (match[2] ?? "").trim() };
    return undefined;
  }
  // Form plugins that print the label bold on its own line.
  if (!afterBlank || text.length > 40 || next === undefined || isBlank(next)) return undefined;
  const field = fieldOf(text);
  return field && field !== "other" ? { field, value: "" } : undefined;
}

function fieldOf(label: string): Field | undefined {
  const bare = fold(label)
    .replace(/[*_()[\]?-]/g, " ")
    .replace(/\b(?:required|optional|pflichtfeld|obligatoire)\b/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return PATTERNS.find(([, pattern]) => pattern.test(bare))?.[0];
}

function fieldValue(label: { at: number; value: string } | undefined, lines: readonly Line[]): string {
  if (!label) return "";
  return label.value || (lines[label.at + 1]?.text ?? "").trim();
}

function messageText(lines: readonly Line[], message: { at: number; value: string }, end: number): string {
  const body: string[] = message.value ? [message.value] : [];
  for (let at = message.at + 1; at < end; at++) {
    const text = lines[at]?.text ?? "";
    if (FORM_END.test(text.trim()) || TICKED.test(text.trim()) || (isRule(text) && body.some((line) => !isBlank(line))))
      break;
    body.push(text);
  }
  return body.join("\n").trim();
}

/** A ticked box below the message, with a label nobody could list: "Einwilligung Datenschutz: ja", "RGPD : accepté". */
const TICKED =
  /^[^.!?]{2,60}[:：=]\s?(?:yes|no|ja|nein|oui|non|sí|si|sim|no|accept\p{L}*|akzeptiert|1|0|true|false|on|✓|✔)$/iu;

/** What form plugins print below the fields. */
const FORM_END =
  /^(?:--\s?$|-- $|---+|this (?:e-?mail|message|form) was (?:sent|submitted)|sent (?:from (?:https?:|your|the|a )|via |by )|answer this|reply to this|antworten sie|submitted\b|page:|ip:|(?:diese|this) .{0,30}(?:kontaktformular|contact form)|diese (?:e-?mail|nachricht) wurde .{0,40}(?:formular|website)|(?:reply|antworten) .{0,30}direct|powered by|date:|time:|user agent|(?:gesendet|abgeschickt|übermittelt|envoyée?|enviad[oa]|inviat[oa]|verzonden|verstuurd|wysłan[aoey]|odesláno|odoslané|skickat|sendt|отправлено) .{0,60}(?:\.\p{L}{2,}|formul\p{L}*|form)(?!\p{L}).{0,20}$)/iu;
