import type { Email, PiiKind, RedactedEmail, RedactedText } from "../../domain/email.ts";
import { clipRedacted } from "./clip.ts";
import { inLanguage, type RedactionContext } from "./context.ts";
import type { Placeholders } from "./placeholders.ts";
import { redact } from "./redact.ts";

/** What a model reads of one mail. The subject of a mail that says more in it than this is not a subject. */
const SUBJECT = 300;
const VISIBLE = 1500;
const HISTORY = 600;
const ATTACHMENTS = 5;
const ATTACHMENT_NAME = 120;
const ATTACHMENT_TEXT = 800;

/**
 * Text is cut here before it is searched, so that a mail of megabytes costs no more than one page; the margin keeps a
 * number whole that stands across the final cut, so that its first half is not left behind unrecognised.
 */
const MARGIN = 600;

/**
 * A mail as a model may see it. Use one `Placeholders` for the whole thread: the model then knows who is who.
 * `earlier` is the conversation as it is stored; without it, what the mail quotes or forwards stands in.
 */
export function redactEmail(
  email: Email,
  placeholders: Placeholders,
  context: RedactionContext,
  earlier: string = historyOf(email),
): RedactedEmail {
  const own = inLanguage(context, email.language);
  const found: Partial<Record<PiiKind, number>> = {};
  const clean = (text: string, limit: number): RedactedText => {
    const redacted = redact(text.slice(0, limit + MARGIN), placeholders, own);
    for (const { kind } of redacted.spans) found[kind] = (found[kind] ?? 0) + 1;
    return clipRedacted(redacted.text, limit);
  };
  return {
    subject: clean(email.subject, SUBJECT),
    visibleText: clean(email.visibleText, VISIBLE),
    history: clean(earlier, HISTORY),
    attachments: email.attachments
      .filter((attachment) => !attachment.inline)
      .slice(0, ATTACHMENTS)
      .map(({ name, text }) => ({
        name: clean(name, ATTACHMENT_NAME),
        text: text === undefined ? undefined : clean(text, ATTACHMENT_TEXT),
      })),
    found,
  };
}

/** A forwarded mail is what the forwarder writes about; else the newest of the quotes, without their marks. */
function historyOf({ forwarded, quotedText }: Email): string {
  if (forwarded) return [forwarded.subject ?? "", forwarded.text].join("\n").trim();
  return quotedText
    .slice(0, 4 * (HISTORY + MARGIN))
    .replace(/^(?:> ?)+/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
