import type { Authenticity, BounceReport, MachineVerdict } from "../../domain/email.ts";
import type { Headers } from "../parse/headers.ts";
import type { Part } from "../parse/mime.ts";
import { speaksOfSelf } from "../visible-text/first-person.ts";
import { isBlank, type Line } from "../visible-text/line.ts";
import { saysItIsAutomatic } from "../visible-text/no-reply-note.ts";
import { isWayOut, offersWayOut } from "../visible-text/way-out.ts";
import type { WebForm } from "../visible-text/web-form.ts";
import {
  ABSENCE_SUBJECT,
  ACKNOWLEDGES,
  AUTO_SUBJECT,
  AWAY_BODY,
  RETURN,
  STANDS_IN,
  saysWhoIsAway,
} from "./auto-reply-words.ts";
import { isPersonsInvitation } from "./invitation.ts";
import { isFreeMail, isJunk } from "./junk.ts";
import { isAboutAnEvent } from "./transaction.ts";

export interface MachineInput {
  headers: Headers;
  root: Part;
  /** The newest text, without quoted history but with its footer. */
  lines: readonly Line[];
  form: WebForm | undefined;
  bounce: BounceReport | undefined;
  calendarMethod: string | undefined;
  calendarText: string;
  authenticity: Authenticity;
  /** The mail came through one of our own Google Groups: its list headers say nothing about the sender. */
  ownGroup: boolean;
  ourAddresses: ReadonlySet<string>;
  trackingPixels: number;
  hiddenCharacters: number;
  linkHosts: readonly string[];
  hasAttachment: boolean;
}

/** The same with the text in one piece, which every look at the words needs. */
interface Mail extends MachineInput {
  text: string;
}

const NONE: MachineVerdict = { kind: "none", rule: undefined };
const is = (kind: MachineVerdict["kind"], rule: string): MachineVerdict => ({ kind, rule });

/**
 * Who wrote this, if not a person: reports and declared machines by their headers first (RFC 3834 and practice), what only
 * the words give away second. When in doubt it is a person's: a machine's mail on a card costs a glance, a customer's mail
 * put away costs a customer.
 */
export function detectMachine(input: MachineInput): MachineVerdict {
  const mail: Mail = { ...input, text: joined(input.lines) };
  return report(mail) ?? calendar(mail) ?? webForm(mail) ?? autoReply(mail) ?? list(mail) ?? byWords(mail) ?? NONE;
}

function report({ headers, root, bounce }: MachineInput): MachineVerdict | undefined {
  if (bounce) return is("bounce", bounce.permanent ? "delivery failed" : "delivery delayed or refused for now");
  const type = reportType(root);
  if (type === "disposition-notification") return is("auto_reply", "read receipt");
  // Hotmail's own form, older than the standard one (RFC 5965).
  if (type === "feedback-report" || /^complaint about message from [\d.]+$/i.test(headers.text("subject")))
    return is("notification", "spam complaint report");
  if (type === "delivery-status") return is("notification", "delivery receipt");
  return undefined;
}

function reportType(root: Part): string | undefined {
  if (root.type === "multipart/report" && root.params["report-type"]) return root.params["report-type"].toLowerCase();
  const kinds: Record<string, string> = {
    "message/disposition-notification": "disposition-notification",
    "message/feedback-report": "feedback-report",
    "message/delivery-status": "delivery-status",
  };
  for (const part of [root, ...root.children]) if (kinds[part.type]) return kinds[part.type];
  return undefined;
}

function calendar(input: MachineInput): MachineVerdict | undefined {
  // Calendars relay answers from their own address, sometimes without a calendar part.
  const relayed = /^calendar-notification@|^calendar-server@/.test(input.headers.addresses("from")[0]?.address ?? "");
  const method = input.calendarMethod ?? (relayed ? "REPLY" : undefined);
  if (!method || method === "PUBLISH") return undefined;
  if (isPersonsInvitation(input.headers, input.lines, input.calendarText, method)) return NONE;
  return is("notification", `calendar ${method.toLowerCase()}`);
}

function webForm({ form, headers, ourAddresses }: MachineInput): MachineVerdict | undefined {
  if (!form) return undefined;
  // A person who answers with our form's fields filled in writes from his own address, in a thread.
  if (headers.has("in-reply-to") && !ourAddresses.has(headers.addresses("from")[0]?.address ?? "")) return undefined;
  return is("notification", "web form");
}

function autoReply({ headers, text, ownGroup }: Mail): MachineVerdict | undefined {
  const submitted = (headers.get("auto-submitted") ?? "").toLowerCase().split(/[\s;(]/)[0] ?? "";
  const subject = headers.text("subject");
  if (submitted === "auto-replied") return is("auto_reply", "Auto-Submitted: auto-replied");
  const header = AUTO_HEADERS.find(
    (name) => headers.has(name) && !/^(?:no|none|false)$/i.test(headers.get(name) ?? ""),
  );
  if (header) return is("auto_reply", header);
  if (/^auto_?reply$/i.test(headers.get("precedence") ?? "")) return is("auto_reply", "Precedence: auto_reply");
  if (AUTO_SUBJECT.test(subject)) return is("auto_reply", "subject of an automatic reply");
  const automatic = submitted.startsWith("auto-") || isNullSender(headers) || headers.has("x-auto-response-suppress");
  if (saysWhoIsAway(subject) && AWAY_BODY.test(text)) return is("auto_reply", "absence notice");
  if (automatic && AWAY_BODY.test(text)) return is("auto_reply", "absence notice");
  // Without any header a customer may say the same ("I am away until Monday, please deliver on Tuesday"), so the notice must be
  // the whole mail, under a subject that says so or in answer to something.
  if (!ownGroup && AWAY_BODY.test(text) && isAbsenceOnly(text, subject, headers))
    return is("auto_reply", "absence notice");
  if (
    (automatic || isRoleSender(headers)) &&
    ACKNOWLEDGES.test(text) &&
    (automatic || saysItIsAutomatic(text) || isTicketSubject(subject))
  ) {
    return is("auto_reply", "acknowledgement of receipt");
  }
  if (isNullSender(headers) && !headers.has("list-id")) return is("auto_reply", "null return path");
  return undefined;
}

/** Vendor headers of vacation programs; Exchange's `X-Auto-Response-Suppress` is no such sign, help desks send it with real answers. */
const AUTO_HEADERS = [
  "x-autoreply",
  "x-autorespond",
  "x-autoresponder",
  "x-autoreply-from",
  "x-mail-autoreply",
  "x-apple-action",
  "x-ms-exchange-inbox-rules-loop",
  "x-vacation",
  "x-facebook-notify-vacation",
  "x-cron-env",
];

const isNullSender = (headers: Headers) => (headers.get("return-path") ?? "").trim() === "<>";

/** Nothing but the notice: few words, no question, and who stands in or what happens to the mail meanwhile. */
function isAbsenceOnly(text: string, subject: string, headers: Headers): boolean {
  const body = text.replace(/\s+/g, " ").trim();
  if (body.length > 700 || /[?？]/.test(body)) return false;
  if (saysWhoIsAway(subject) || ABSENCE_SUBJECT.test(subject)) return RETURN.test(body) || STANDS_IN.test(body);
  return (headers.has("in-reply-to") || ANSWER_SUBJECT.test(subject)) && STANDS_IN.test(body);
}

const isTicketSubject = (subject: string) =>
  /\[[^\]]*\d{3,}[^\]]*\]|#\s?\d{3,}|\b(?:ticket|case|request|anfrage|demande|caso)\b.{0,12}\d{3,}/i.test(subject);

function isRoleSender(headers: Headers): boolean {
  const address = headers.addresses("from")[0]?.address ?? "";
  return ROLE_LOCAL.test(address);
}
const ROLE_LOCAL =
  /^(?:no[._-]?reply|do[._-]?not[._-]?reply|noresponder|nepasrepondre|keine-?antwort|support|help|helpdesk|service|customer|kundenservice|care|info|contact|hello|team|office|notifications?|notify|alerts?|mailer|system|robot|bot|jobs|careers|bewerbung|recruiting|tickets?)(?:[+._@-]|$)/i;
const NO_REPLY_LOCAL =
  /(?:^|[._+-])(?:no[._-]?reply|do[._-]?not[._-]?reply|noresponder|nepasrepondre|keine-?antwort|notifications?|notify|alerts?|mailer|automated|robot|postbot)(?:[._+-][\w.-]{0,40})?@/i;

function list({ headers, ownGroup, lines, text }: Mail): MachineVerdict | undefined {
  if (ownGroup || isDiscussion(headers)) return undefined;
  const precedence = (headers.get("precedence") ?? "").toLowerCase();
  const sign =
    (headers.has("list-unsubscribe") && "List-Unsubscribe") ||
    (headers.has("list-id") && "List-Id") ||
    (/^(?:bulk|list|junk)$/.test(precedence) && `Precedence: ${precedence}`) ||
    (CAMPAIGN_HEADERS.find((name) => headers.has(name)) ?? "");
  if (!sign) return undefined;
  if (isHelpDesk(headers, lines) && !headers.has("list-unsubscribe-post")) return undefined;
  return is(isAboutAnEvent(headers.text("subject"), text, headers) ? "notification" : "bulk", sign);
}

const CAMPAIGN_HEADERS = [
  "feedback-id",
  "x-campaign",
  "x-campaignid",
  "x-campaign-id",
  "x-mc-user",
  "x-mailing-id",
  "x-job",
  "x-csa-complaints",
  "x-cmpid",
  "x-emarsys-identify",
  "x-sfmc-stack",
  "x-mkt-mailing",
  "x-hubspot-campaign-id",
];

/**
 * A post to a mailing list, or to a customer's own group that we are a member of: a person wrote it. Newsletters have no
 * address to post to, and nobody answers in their threads.
 */
function isDiscussion(headers: Headers): boolean {
  if (headers.has("list-unsubscribe-post") && !headers.has("list-post")) return false;
  const post = headers.get("list-post") ?? "";
  const postable =
    /mailto:/i.test(post) ||
    headers.has("x-beenthere") ||
    headers.has("x-google-group-id") ||
    headers.has("x-original-sender") ||
    headers.has("mailing-list") ||
    headers.has("x-mailing-list");
  const from = headers.addresses("from")[0]?.address ?? "";
  if (NO_REPLY_LOCAL.test(from)) return false;
  const answers =
    headers.has("in-reply-to") || headers.has("references") || ANSWER_SUBJECT.test(headers.text("subject"));
  if (answers && !headers.has("list-unsubscribe")) return true;
  // A list header over what a person's own mail program wrote.
  if (
    isPersonsClient(headers) &&
    !headers.has("list-unsubscribe") &&
    !/^(?:bulk|junk)$/i.test(headers.get("precedence") ?? "")
  ) {
    return true;
  }
  // A group's own address in To or Cc: `List-Id: <tenants.acme.example>` and mail to tenants@acme.example.
  const id =
    /<([^<>]+)>\s*$/
      .exec((headers.get("list-id") ?? "").slice(-300))?.[1]
      ?.toLowerCase()
      .trim() ?? "";
  const toList = [...headers.addresses("to"), ...headers.addresses("cc")].some(
    ({ address }) => id !== "" && address.replace("@", ".") === id,
  );
  if (toList && !headers.has("list-unsubscribe")) return true;
  const listDomain = /([\w-]+\.[\w-]+)>?\s*$/.exec((headers.get("list-id") ?? "").slice(-300))?.[1]?.toLowerCase();
  return postable || (answers && listDomain !== undefined && !from.endsWith(listDomain));
}

/** "Re:" in the languages of the common clients, behind any `[list]` tag. */
const ANSWER_SUBJECT =
  /^(?:\[[^\]]{1,60}\]\s*)*(?:re|aw|antw|sv|vs|odp|rif|r|ynt|yan|vá|bls|atb|ref|на|отв|ответ|απ|σχετ|回复|回覆|答复|返信|회신|답장|השב|תשובה|رد)\s?(?:\[\d+\])?\s?[:：]/iu;

const isPersonsClient = (headers: Headers) =>
  /outlook|apple mail|i(?:phone|pad) mail|thunderbird|evolution|kmail|mutt|\bpine\b|alpine|eudora|lotus notes|hcl notes|squirrelmail|roundcube|horde|zimbra|airmail|spark|em client|the bat|sylpheed|claws|gnus|geary|samsung|android|yahoomail|webmail/i.test(
    `${headers.get("x-mailer") ?? ""} ${headers.get("user-agent") ?? ""} ${headers.get("mime-version") ?? ""}`,
  ) && !/script|php/i.test(headers.get("x-mailer") ?? "");

/** Zendesk, Freshdesk and others mark every mail as generated, an agent's answer too. */
function isHelpDesk(headers: Headers, lines: readonly Line[]): boolean {
  if (
    /zendesk|freshdesk|helpscout|help scout|gorgias|kayako|osticket|otrs|zammad|jira|front|intercom|hiver|desk\.com|kustomer|dixa|re:amaze|teamwork desk|happyfox/i.test(
      `${headers.get("x-mailer") ?? ""} ${headers.get("user-agent") ?? ""}`,
    )
  )
    return true;
  return /(?:reply|write|type).{0,20}above (?:this|the) line|oberhalb dieser (?:zeile|linie)|au-dessus de cette ligne/i.test(
    joined(lines.slice(0, 6)),
  );
}

const LIST_HEADERS = ["list-id", "list-post", "mailing-list", "x-mailing-list", "x-beenthere", "x-google-group-id"];

function byWords(mail: Mail): MachineVerdict | undefined {
  const { headers, lines, text } = mail;
  const subject = headers.text("subject");
  const from = headers.addresses("from")[0];
  const isReply = headers.has("in-reply-to") && ANSWER_SUBJECT.test(subject);
  const generated = (headers.get("auto-submitted") ?? "").toLowerCase().startsWith("auto-");
  if (generated && isHelpDesk(headers, lines)) return undefined;
  // What lists add below a member's post ("To unsubscribe, send …") is not the member's.
  if (isReply || (LIST_HEADERS.some((name) => headers.has(name)) && isDiscussion(headers))) {
    return generated ? is("notification", "Auto-Submitted: auto-generated") : undefined;
  }
  // Phishing dresses up as a notification, so junk is looked for first.
  if (looksLikeJunk(mail)) return is("bulk", "several signs of mass mail");
  const event = () => isAboutAnEvent(subject, text, headers);
  const wayOut = offersWayOut(tail(lines));
  if (generated) return is(wayOut && !event() ? "bulk" : "notification", "Auto-Submitted: auto-generated");
  if (wayOut && hasSecondSign(lines, mail))
    return is(event() ? "notification" : "bulk", "offers a way out of its list");
  if (from && NO_REPLY_LOCAL.test(from.address)) return is("notification", "sender takes no replies");
  if (saysItIsAutomatic(text) && !speaksOfSelf(text) && !isFreeMail(from?.address))
    return is("notification", "says that it was generated");
  return undefined;
}

function looksLikeJunk(input: Mail): boolean {
  const { headers, ourAddresses } = input;
  const from = headers.addresses("from")[0];
  return isJunk({
    subject: headers.text("subject"),
    text: input.text,
    fromName: from?.name,
    fromAddress: from?.address,
    replyTo: headers.addresses("reply-to")[0]?.address,
    ourDomains: new Set([...ourAddresses].map((address) => address.split("@")[1] ?? "")),
    authenticity: input.authenticity,
    scriptMailer: /php|swiftmailer|mailer\.pl|the bat/i.test(
      `${headers.get("x-mailer") ?? ""} ${headers.get("x-php-originating-script") ?? ""}`,
    ),
    hiddenCharacters: input.hiddenCharacters,
    trackingPixels: input.trackingPixels,
    linkHosts: input.linkHosts,
    hasAttachment: input.hasAttachment,
  });
}

/**
 * In small companies people carry "reply STOP to …" in their own signature, and "unsubscribe" alone is a reader's wish: then a
 * second sign of mass mail is asked for, or a text of some length above a way out at its very end.
 */
function hasSecondSign(
  lines: readonly Line[],
  { trackingPixels, hiddenCharacters, linkHosts, headers }: MachineInput,
): boolean {
  if (trackingPixels > 0 || hiddenCharacters > 20 || linkHosts.length >= 3) return true;
  if (headers.has("in-reply-to")) return false;
  const filled = lines.map(({ text }) => text.trim()).filter((text) => text !== "");
  const at = filled.findIndex((text, i) => i >= filled.length - 4 && isWayOut(text));
  return (
    at > 0 &&
    filled
      .slice(0, at)
      .join("")
      .replace(/[^\p{L}]/gu, "").length >= LETTERS_ABOVE
  );
}
/** A wish to be left alone, with a greeting and a reason, has about 80. */
const LETTERS_ABOVE = 120;

const joined = (lines: readonly Line[]) =>
  lines
    .map((line) => line.text)
    .join("\n")
    .slice(0, 20_000);
const tail = (lines: readonly Line[]) =>
  lines
    .filter((line) => !isBlank(line.text))
    .slice(-8)
    .map((line) => line.text.trim())
    .join("\n");
