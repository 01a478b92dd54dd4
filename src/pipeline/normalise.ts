import type { Address, Email, MachineKind } from "../domain/email.ts";
import { MailroomError } from "../domain/errors.ts";
import type { VirusScanner } from "../domain/ports.ts";
import { readAttachments } from "./attachments/attachments.ts";
import { readAuthenticity } from "./authenticity/authenticity.ts";
import { type BodyText, readBodies } from "./body-lines.ts";
import { forwardedBelow, forwardedPart } from "./forwarded.ts";
import { detectLanguage } from "./language/language.ts";
import { readBounce } from "./machine/bounce.ts";
import { detectMachine } from "./machine/machine.ts";
import { chooseBodies } from "./parse/bodies.ts";
import { readCalendar } from "./parse/calendar.ts";
import { Headers, parseDate } from "./parse/headers.ts";
import { MAX_SUBJECT } from "./parse/limits.ts";
import { type Part, parseMime } from "./parse/mime.ts";
import { isBlank, type Line, plainLines } from "./visible-text/line.ts";
import { type Outline, outline, separateText, type TextParts } from "./visible-text/visible-text.ts";

export interface NormaliseContext {
  /** Lower-cased addresses of our mailboxes. */
  ourAddresses: ReadonlySet<string>;
  /** List-Ids of the Google Groups through which our mailboxes are fed, without angle brackets. */
  groupListIds: ReadonlySet<string>;
  scanner?: VirusScanner | undefined;
}

/** Our marker on what we send (`adapters/gmail/compose.ts`); its value is the id of the effect. */
const MARKER = "x-mailroom-send-id";

/**
 * Any bytes in, an `Email` out. Fails with `mail_too_large` or `mail_unreadable` and with nothing else: one mail that breaks
 * a rule of ours must end as one dead letter, not as a mailbox that stands still.
 */
export async function normalise(raw: Uint8Array, context: NormaliseContext): Promise<Email> {
  try {
    return await read(raw, context);
  } catch (error) {
    if (error instanceof MailroomError) throw error;
    throw new MailroomError("mail_unreadable", {
      detail: error instanceof Error ? error.name : "unknown",
      cause: error,
    });
  }
}

async function read(raw: Uint8Array, context: NormaliseContext): Promise<Email> {
  const { root, defects } = await parseMime(raw);
  const headers = new Headers(root.headers);
  const bodies = chooseBodies(root);
  const written = readBodies(bodies.blocks);
  // Before anything in them is read: an invitation and a mail that was attached are files as well.
  const files = await readAttachments(bodies.rest, written.files, context.scanner);
  const open = bodies.rest.filter((part) => !files.shut.has(part));
  const calendar = readCalendar(open);
  const body = withCalendarText(written, calendar?.text);
  const ownGroup = isOwnGroup(headers, context);
  const from = headers.addresses("from")[0];
  const replyTo = headers.addresses("reply-to");
  const author = authorOf(headers, from, replyTo, ownGroup, context);
  const authenticity = readAuthenticity(headers, {
    fromAddress: author?.address ?? from?.address,
    ourAddresses: context.ourAddresses,
    ownGroup,
  });

  const senders = [...(from ? [from] : []), ...(author ? [author] : []), ...replyTo.slice(0, 1)];
  const found = outline(body.lines);
  const text = textOf(body.lines);
  const bounce = readBounce({ headers, root, text });
  const machine = detectMachine({
    headers,
    root,
    lines: newestLines(body.lines, found),
    form: found.form,
    bounce,
    calendarMethod: calendar?.method,
    calendarText: calendar?.text ?? "",
    authenticity,
    ownGroup,
    ourAddresses: context.ourAddresses,
    trackingPixels: body.trackingPixels,
    hiddenCharacters: body.hiddenCharacters,
    linkHosts: body.linkHosts,
    hasAttachment: bodies.rest.length > 0,
  });
  const parts = separateText(body.lines, { senders, machine: machine.kind }, found);
  const subject = headers.text("subject").slice(0, MAX_SUBJECT);
  const forwarded = await findForwarded(body.lines, parts, subject, open, machine.kind);
  // A forward without a word of the forwarder's: what he wants read is the mail below.
  const visibleText = isBlank(parts.visible) && forwarded ? forwarded.text : parts.visible;

  return {
    messageId: headers.ids("message-id")[0],
    inReplyTo: headers.ids("in-reply-to")[0],
    references: headers.ids("references"),
    from,
    sender: headers.addresses("sender")[0],
    author: authorInForm(parts, author),
    replyTo,
    to: headers.addresses("to"),
    cc: headers.addresses("cc"),
    deliveredTo: headers.all("delivered-to").flatMap((value) => value.trim().toLowerCase() || []),
    dateAt: parseDate(headers.get("date")),
    subject,
    text,
    visibleText,
    quotedText: parts.quoted,
    signature: parts.signature,
    forwarded,
    language: detectLanguage(visibleText || subject),
    machine,
    sentByEffect: headers.get(MARKER)?.trim() || undefined,
    loop: isLoop(headers, from, ownGroup, parts, context),
    bounce,
    authenticity,
    hidden: {
      trackingPixels: body.trackingPixels,
      hiddenCharacters: body.hiddenCharacters,
      zeroWidthCharacters: body.zeroWidth,
      bidiControls: body.bidi,
    },
    attachments: files.attachments,
    calendarMethod: calendar?.method,
    linkHosts: body.linkHosts,
    sizeBytes: raw.length,
    defects: [...new Set([...defects, ...bodies.defects, ...body.defects, ...files.defects])],
  };
}

const textOf = (lines: readonly Line[]) =>
  lines
    .map((line) => line.text)
    .join("\n")
    .trim();

/** A mail that is nothing but a calendar part is read by its summary and description. */
function withCalendarText(body: BodyText, text: string | undefined): BodyText {
  if (!text || body.lines.some((line) => !isBlank(line.text))) return body;
  return { ...body, lines: plainLines(text) };
}

/** Everything that is not quoted history: the text with its signature and footer, where machines give themselves away. */
function newestLines(lines: readonly Line[], { history }: Outline): readonly Line[] {
  return lines.filter((_, i) => !history[i]);
}

async function findForwarded(
  lines: readonly Line[],
  parts: TextParts,
  subject: string,
  open: readonly Part[],
  machine: MachineKind,
) {
  if (machine === "bounce") return undefined;
  const below = forwardedBelow(lines, parts.edge, subject, !isBlank(parts.visible));
  return below ?? (await forwardedPart(open));
}

function isOwnGroup(headers: Headers, { groupListIds }: NormaliseContext): boolean {
  const id = (headers.get("list-id") ?? "").toLowerCase();
  return [...groupListIds].some((own) => id.includes(`<${own.toLowerCase()}>`) || id.trim() === own.toLowerCase());
}

/** A group of ours may put itself into From ("Ann via Support"); the writer is then in one of these. */
function authorOf(
  headers: Headers,
  from: Address | undefined,
  replyTo: readonly Address[],
  ownGroup: boolean,
  { ourAddresses }: NormaliseContext,
): Address | undefined {
  const rewritten =
    from !== undefined &&
    ownGroup &&
    (ourAddresses.has(from.address) || / (?:via|über|par|через) /i.test(from.name ?? ""));
  if (!rewritten) return from;
  const original =
    headers.addresses("x-original-from")[0] ??
    replyTo.find(({ address }) => !ourAddresses.has(address)) ??
    headers.addresses("x-original-sender")[0];
  if (!original) return from;
  const name = original.name ?? from.name?.replace(/^['"]?(.*?)['"]? (?:via|über|par|через) .*$/i, "$1");
  return { address: original.address, name };
}

function authorInForm({ form }: TextParts, author: Address | undefined): Address | undefined {
  return form?.email ? { name: form.name, address: form.email } : author;
}

/** Delivered twice to one address, our own mail coming back, or a trace longer than any real way. */
function isLoop(
  headers: Headers,
  from: Address | undefined,
  ownGroup: boolean,
  { form }: TextParts,
  { ourAddresses }: NormaliseContext,
): boolean {
  if (headers.has(MARKER)) return true;
  if (from && ourAddresses.has(from.address) && !ownGroup && !form) return true;
  const delivered = headers.all("delivered-to").map((value) => value.trim().toLowerCase());
  if (delivered.some((address, i) => ourAddresses.has(address) && delivered.indexOf(address) !== i)) return true;
  if (headers.all("x-loop").some((value) => ourAddresses.has(value.trim().toLowerCase()))) return true;
  return headers.all("received").length > MAX_HOPS;
}
/** RFC 5321 section 6.3 asks servers to give up at 100; real ways have about ten. */
const MAX_HOPS = 50;
