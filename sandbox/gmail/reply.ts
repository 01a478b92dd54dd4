import type { ReadMail } from "./mime/read.ts";
import { hasMark } from "./threading.ts";

/** What every mail program does to a mail somebody answers. */

export const replySubject = (subject: string): string => (hasMark(subject) ? subject : `Re: ${subject}`);

export function quoted(mail: ReadMail): string {
  const who = mail.from.name ? `${mail.from.name} <${mail.from.address}>` : `<${mail.from.address}>`;
  const lines = mail.text.replace(/\r\n/g, "\n").trimEnd().split("\n");
  return [
    `On ${mail.date} ${who} wrote:`,
    "",
    ...lines.map((line) => (line.startsWith(">") ? `>${line}` : `> ${line}`)),
  ].join("\n");
}
