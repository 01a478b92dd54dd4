import { HEADER_LABELS, type HeaderField } from "./header-labels.ts";
import { isBlank, type Line, matchable } from "./line.ts";

/** The From/Sent/To/Subject block with which Outlook, Lotus Notes, GMX and every forward introduce an older mail. */
export interface HeaderBlock {
  end: number;
  fields: Partial<Record<HeaderField, string>>;
}

const FIELD_OF = new Map<string, HeaderField>();
for (const [field, labels] of Object.entries(HEADER_LABELS)) {
  for (const label of labels) if (!FIELD_OF.has(label)) FIELD_OF.set(label, field as HeaderField);
}

/** Long recipient lists fold; more lines than this are text. */
const MAX_LINES = 40;

export function headerField(text: string): { field: HeaderField; value: string } | undefined {
  // NetEase writes the block as a table: "| From | Ann Lee<ann@x> |".
  const row = text.startsWith("|") ? /^\|\s?([^|]{1,22}?)\s?\|\s?([^|]{0,300})\|?\s*$/u.exec(text) : null;
  if (row) return fieldOf(row[1] ?? "", row[2] ?? "");
  if (!/[:：]/.test(text)) return undefined;
  const line = matchable(text).replace(/^[>|\s]+/, "");
  const colon = /^([^:：]{1,22}?)\s?[:：]\s?(.*)$/u.exec(line);
  if (!colon) return undefined;
  return fieldOf(colon[1] ?? "", colon[2] ?? "");
}

function fieldOf(label: string, value: string): { field: HeaderField; value: string } | undefined {
  const field = FIELD_OF.get(label.toLowerCase());
  return field ? { field, value: value.trim() } : undefined;
}

/** The block that begins at `at`. It needs a sender, and a date or both recipient and subject: a form has less. */
export function headerBlock(lines: readonly Line[], at: number): HeaderBlock | undefined {
  const first = headerField(lines[at]?.text ?? "");
  if (!first || first.field === "other") return undefined;
  const fields: HeaderBlock["fields"] = {};
  let end = at;
  let blanks = 0;
  let folded = 0;
  for (let i = at; i < Math.min(lines.length, at + MAX_LINES); i++) {
    const text = lines[i]?.text ?? "";
    if (isBlank(text)) {
      // Outlook's HTML writes each field as a paragraph, so one blank line may stand between two fields.
      if (++blanks > 1) break;
      continue;
    }
    const found = headerField(text);
    if (found && fields[found.field] === undefined) {
      fields[found.field] = found.value;
      takeInlineSubject(found.value, fields);
      end = i + 1;
      blanks = 0;
      folded = 0;
    } else if (found || blanks > 0 || !continues(text, ++folded)) break;
    else {
      end = i + 1;
    }
  }
  return isComplete(fields) || isShort(fields, lines, at) ? { end, fields } : undefined;
}

/** The rest of a folded field: an address list, or what stands indented. */
const continues = (text: string, count: number) => count <= 12 && (/^\s{2,}\S|^\t/.test(text) || /[<>@;]/.test(text));

/** Samsung's mail puts two fields on one line: "À : ann@x.example Objet : Re: …". */
function takeInlineSubject(value: string, fields: HeaderBlock["fields"]): void {
  const inline = /\s(\p{L}{2,12})\s?:\s(.*)$/u.exec(value);
  if (inline && FIELD_OF.get((inline[1] ?? "").toLowerCase()) === "subject") fields.subject ??= inline[2] ?? "";
}

/** Two lines that somebody left of the block, below a text of his own: an address in From, and the subject. */
function isShort({ from, subject }: HeaderBlock["fields"], lines: readonly Line[], at: number): boolean {
  if (from === undefined || subject === undefined || !/@/.test(from)) return false;
  return isBlank(lines[at - 1]?.text ?? "") && lines.slice(0, at).some((line) => !isBlank(line.text));
}

function isComplete(fields: HeaderBlock["fields"]): boolean {
  const { from, sent, date, to, subject } = fields;
  if (from === undefined) return false;
  if (sent !== undefined || date !== undefined) {
    const when = sent ?? date ?? "";
    return (to !== undefined || subject !== undefined) && (/\d/.test(when) || when === "");
  }
  return to !== undefined && subject !== undefined && /@|<|\p{L}/u.test(from);
}
