import { invalidArgument } from "./errors.ts";
import { attachmentToken } from "./ids.ts";
import { type Message, mailOf } from "./message.ts";
import { decoded } from "./mime/headers.ts";
import { snippetOf } from "./mime/text.ts";
import { type Part, partText } from "./mime/tree.ts";

const FORMATS = ["minimal", "full", "raw", "metadata"] as const;
export type Format = (typeof FORMATS)[number];

export function readFormat(value: string | null): Format {
  const format = (value ?? "full").toLowerCase();
  if ((FORMATS as readonly string[]).includes(format)) return format as Format;
  throw invalidArgument(`Invalid value at 'format' (type.googleapis.com/gmail.v1.Format), "${value}"`);
}

/** Google's JSON leaves empty lists out, so an archived, read mail has no `labelIds` at all. */
export const stub = (message: { id: string; threadId: string; labels: Set<string> }): Record<string, unknown> => ({
  id: message.id,
  threadId: message.threadId,
  ...(message.labels.size > 0 && { labelIds: [...message.labels] }),
});

export function messageResource(
  message: Message,
  format: Format,
  metadataHeaders: readonly string[] = [],
): Record<string, unknown> {
  const mail = mailOf(message);
  const base = {
    ...stub(message),
    snippet: snippetOf(mail),
    historyId: String(message.historyId),
    internalDate: String(Math.trunc(message.internalDate)),
    sizeEstimate: message.raw.length,
  };
  switch (format) {
    case "minimal":
      return base;
    case "raw":
      return { ...base, raw: message.raw.toString("base64url") };
    case "metadata": {
      const wanted = metadataHeaders.map((name) => name.toLowerCase());
      const headers = headerList(mail).filter(({ name }) => wanted.length === 0 || wanted.includes(name.toLowerCase()));
      return { ...base, payload: { mimeType: mail.mimeType, ...(headers.length > 0 && { headers }) } };
    }
    case "full":
      return { ...base, payload: partResource(mail, message.id) };
  }
}

const headerList = (part: Part): { name: string; value: string }[] =>
  part.headers.map(({ name, value }) => ({ name, value: decoded(value) }));

function partResource(part: Part, messageId: string): Record<string, unknown> {
  return {
    partId: part.partId,
    mimeType: part.mimeType,
    filename: part.filename,
    headers: headerList(part),
    body: bodyResource(part, messageId),
    ...(part.parts.length > 0 && { parts: part.parts.map((child) => partResource(child, messageId)) }),
  };
}

function bodyResource(part: Part, messageId: string): Record<string, unknown> {
  if (part.mimeType.startsWith("multipart/")) return { size: 0 };
  const inline = part.filename === "" && part.mimeType.startsWith("text/");
  if (!inline) return { attachmentId: attachmentToken(messageId, part.partId), size: part.body.length };
  // Gmail hands text over in UTF-8 whatever charset the part says.
  const text = Buffer.from(partText(part));
  return { size: text.length, ...(text.length > 0 && { data: text.toString("base64url") }) };
}
