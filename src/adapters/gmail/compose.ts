import MailComposer from "nodemailer/lib/mail-composer";
import type { OutgoingMail } from "../../domain/ports.ts";

/** Our own header: how a sent mail is recognised as ours, and as this very one. */
export const MARKER_HEADER = "X-Mailroom-Send-Id";

/** Gmail keeps the whole list; beyond this, clients thread on the first and the newest anyway. */
const MAX_REFERENCES = 20;

/** The raw message, ready for Gmail: base64url. Header values are encoded and folded by nodemailer, which also drops line breaks in them. */
export async function compose(mail: OutgoingMail): Promise<string> {
  const references = [...mail.references, ...(mail.inReplyTo ? [mail.inReplyTo] : [])];
  const kept =
    references.length > MAX_REFERENCES ? [references[0]!, ...references.slice(1 - MAX_REFERENCES)] : references;
  const composer = new MailComposer({
    from: address(mail.from),
    to: mail.to.map(address),
    cc: mail.cc.map(address),
    subject: mail.subject,
    text: mail.body,
    ...(mail.inReplyTo && { inReplyTo: mail.inReplyTo, references: [...new Set(kept)] }),
    attachments: mail.attachments.map((one) => ({
      filename: one.name,
      contentType: one.contentType,
      content: Buffer.from(one.content),
    })),
    headers: {
      [MARKER_HEADER]: mail.marker,
      // RFC 3834: only where no person pressed the button.
      ...(mail.automatic && { "Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All" }),
    },
    newline: "\r\n",
  });
  const message = await composer.compile().build();
  return message.toString("base64url");
}

const address = ({ name, address }: { name?: string | undefined; address: string }) => ({ name: name ?? "", address });
