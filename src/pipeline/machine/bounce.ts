import type { BounceReport } from "../../domain/email.ts";
import type { Headers } from "../parse/headers.ts";
import type { Part } from "../parse/mime.ts";

/** Delivery reports: by their parts (RFC 3464) where they have them, else by what mail servers write in plain words. */

/** Recipients kept of one report. */
const MAX_RECIPIENTS = 100;

export interface BounceInput {
  headers: Headers;
  root: Part;
  /** The text above any returned message. */
  text: string;
}

/** The report in a mail, or undefined if it is none. */
export function readBounce({ headers, root, text }: BounceInput): BounceReport | undefined {
  const groups = deliveryStatus(root);
  const failedHeader = headers.get("x-failed-recipients");
  const fields = fieldGroups(groups);
  if (fields.length > 0) return fromFields(fields, text);
  if (groups.length === 0 && failedHeader === undefined && !isReturnedMail(headers, text)) return undefined;
  return fromWords(headers, text);
}

interface Recipient {
  address: string | undefined;
  action: string;
  status: string | undefined;
}

function deliveryStatus(part: Part): string[] {
  if (part.type === "message/delivery-status" || part.type === "message/global-delivery-status") {
    return [new TextDecoder().decode(part.content.subarray(0, 256 * 1024)).replace(/\r\n?/g, "\n")];
  }
  return part.children.flatMap(deliveryStatus);
}

/** Blocks of fields, one for each recipient; the first block is about the message. */
function fieldGroups(texts: readonly string[]): Recipient[] {
  const found: Recipient[] = [];
  for (const text of texts) {
    for (const block of text.replace(/\n[ \t]+/g, " ").split(/\n\s*\n/)) {
      const field = (name: string) => new RegExp(`^${name}\\s*:\\s*(.*)$`, "im").exec(block)?.[1]?.trim();
      const recipient = field("Final-Recipient") ?? field("Original-Recipient") ?? field("X-Actual-Recipient");
      const action = field("Action");
      if (recipient === undefined && action === undefined) continue;
      const status = STATUS.exec(field("Status") ?? "")?.[0] ?? STATUS.exec(field("Diagnostic-Code") ?? "")?.[0];
      found.push({ address: addressOf(recipient), action: (action ?? "").toLowerCase(), status });
      if (found.length >= MAX_RECIPIENTS) return found;
    }
  }
  return found;
}

/** RFC 3463. */
const STATUS = /\b[245]\.\d{1,3}\.\d{1,3}\b/;

const addressOf = (value: string | undefined) =>
  /[^\s<>;,"'()]{1,200}@[^\s<>;,"'()]{1,250}/
    .exec(value ?? "")?.[0]
    ?.toLowerCase()
    .replace(/\.$/, "");

function fromFields(recipients: readonly Recipient[], text: string): BounceReport | undefined {
  const failed = recipients.filter(({ action }) => !/^(?:delivered|relayed|expanded)/.test(action));
  // A receipt: everything arrived.
  if (failed.length === 0) return undefined;
  const worst = failed.find(({ action, status }) => isPermanent(action, status, text)) ?? failed[0];
  return {
    status: worst?.status ?? STATUS.exec(text)?.[0],
    permanent: failed.some(({ action, status }) => isPermanent(action, status, text)),
    failedRecipients: [...new Set(failed.flatMap(({ address }) => address ?? []))],
  };
}

function isPermanent(action: string, status: string | undefined, text: string): boolean {
  if (action.startsWith("delayed")) return false;
  if (status?.startsWith("5")) return true;
  // "Action: failed" with 4.x.x: the server gave up after days of trying; the address may work tomorrow.
  if (status?.startsWith("4")) return false;
  return action.startsWith("failed") && !DELAYED.test(text);
}

/** Warnings: the server goes on trying. */
const DELAYED =
  /delay(?:ed)?\b|not (?:been )?delivered yet|could not be delivered (?:for|within)|still (?:being )?(?:trying|retr)|will (?:be )?(?:continue|keep|retr)|retry|(?:no|not) (?:further )?action is (?:required|needed)|warning: (?:message|could not)|temporary (?:problem|failure|error)|verzögert|vorübergehend|wird weiter(?:hin)? versucht|retard[ée]|temporaire|retras|temporal(?:mente)?|ritard|atrasad|vertraagd|opóźni|försenad|forsinket|задерж|временн/i;

const DAEMON =
  /^(?:mailer-?daemon|postmaster|post_?master|mail[._-]?daemon|mail\.delivery\.system|mdaemon|bounces?|abuse-?daemon)(?:[+@.-]|$)/i;
const DAEMON_NAME =
  /mail(?:er)?[ -]?(?:delivery|deliver|daemon|administrator)|delivery (?:sub)?system|postmaster|system administrator|content-filter|ndr administrator|microsoft outlook$/i;

const SUBJECT =
  /^(?:re: ?)?(?:undeliver(?:able|ed)|returned (?:mail|to sender)|(?:mail|message|e-?mail)? ?deliver\w*(?: status| failure| notification| report| has| problem| failed| error)|deliver(?:y|ing)|(?:mail )?failure notice|failure delivery|mail (?:system error|delivery)|(?:your )?message (?:could not|not|delivery|you sent)|non[- ]?(?:delivery|remis)|not delivered|could ?n[o']t (?:deliver|send)|rejected|bounce|mail error|error sending|there was an error sending|notice: mail delivery|unzustellbar|nicht zustellbar|zustell(?:ung|fehler)|nachricht (?:nicht|konnte)|échec|echec|non distribu|impossible de remettre|remise|message non|notification d['’]échec|no se (?:puede|pudo|ha podido) entregar|no entregado|devuelto|devolución|error de entrega|entrega fallida|mancata consegna|impossibile (?:recapitare|consegnare)|non recapitabil|messaggio non|recapito|falha|não entregue|devolvid|não foi possível|onbestelbaar|niet (?:bezorgd|afgeleverd)|niedostarczon|zwrot|olevererbar|oleverans|kunde inte levereras|ikke leveret|kunne ikke|uleveret|uleverer|ei voitu toimittaa|toimitus|nedoručiteln|nedoručen|kézbesíthetetlen|nelivrat|iletilemedi|teslim edilemedi|недостав|не доставлен|сообщение не|не удалось доставить|ваше сообщение не|відмова|не доставлено|η παράδοση|αδύνατη|配信(?:不能|エラー|できません)|メールエラー|送信エラー|エラー通知|配達|退信|无法投递|未送达|系统退信|投递失败|退件|無法傳遞|배달(?:되지| 실패)|반송|전송 실패|לא נמסר|تعذر)/iu;

const BODY =
  /(?:could ?n[o']t be|can ?not be|was not|were not|wasn['’]t|not been|has not|have not|unable to|failed to|failure to) (?:be )?deliver|deliver\w* (?:to the following|has? failed|failed|error|failure|problem)|permanent (?:fatal )?error|fatal errors|undeliverable|address(?:es)? (?:not found|rejected|(?:below )?failed|had)|(?:user|mailbox|recipient|account|host|address|domain|command) (?:unknown|unavailable|not found|does ?n[o']t exist|is full|rejected|over quota|disabled)|mailbox (?:is )?full|no such (?:user|recipient|mailbox|address)|(?:did not|didn['’]t) reach|returned to (?:the )?sender|undelivered|rejected your message|message (?:was )?(?:rejected|blocked|refused)|bounced|not (?:a )?member|nicht zugestellt|unzustellbar|konnte nicht|n['’](?:a|ont) pas (?:pu|été)|no (?:se )?(?:pudo|ha podido|puede)|non (?:è stato possibile|recapitat|consegnat)|não (?:pôde|foi)|niet (?:worden )?(?:bezorgd|afgeleverd)|nie (?:mogła|można|została)|kunde inte|kunne ikke|ei voitu|nelze|не (?:удалось|может|было|доставлен)|配信(?:でき|され)|送信でき|エラー|无法(?:送达|投递)|退回|전달되지|전송되지/iu;

/** `550 5.1.1`, `#5.1.1`, `554`: what servers quote. */
const CODE = /(?:^|[^\d.])[45]\d{2}[ \-#]|\b[45]\.\d{1,3}\.\d{1,3}\b|\bsmtp\b|\bmx\b|\bmailbox\b|\brcpt\b/im;

/** By the place of the sign: looking for what stands before it takes long in a header of 64 kB. */
function upToAt(text: string): string | undefined {
  const at = text.indexOf("@");
  return at < 0 ? undefined : /[^\s<>"]{1,200}@/.exec(text.slice(Math.max(0, at - 200)))?.[0];
}

function isReturnedMail(headers: Headers, text: string): boolean {
  const from = headers.get("from") ?? "";
  const address = upToAt(from) ?? from.trim().replace(/^<|>$/g, "");
  const daemon = DAEMON.test(address) || DAEMON_NAME.test(from) || /^<?>?$/.test(from.trim());
  const nullSender =
    (headers.get("return-path") ?? "").trim() === "<>" || /^<?mailer-daemon/i.test(headers.get("return-path") ?? "");
  const subject = SUBJECT.test(headers.text("subject"));
  // The subject first: it is short, and of a person's mail it says enough.
  if (!daemon && !subject) return false;
  const body = BODY.test(text.slice(0, 6_000));
  if (daemon) return subject || body || (nullSender && CODE.test(text.slice(0, 6_000)));
  // Nobody's daemon: several signs must meet. A person's address never has the null sender and quotes an SMTP code.
  const automatic = nullSender || /^auto-(?:replied|generated)/i.test(headers.get("auto-submitted") ?? "");
  const robot =
    /no-?reply|sysadmin|-admin@|-owner@|listserv|majordomo/i.test(address) ||
    /no-?reply|sysadmin|-admin@|-owner@/i.test(from);
  return body && ((automatic && CODE.test(text.slice(0, 6_000))) || (robot && (automatic || ADDRESS.test(text))));
}

const ADDRESS = /<[^\s<>@]{1,64}@[^\s<>@]{1,250}>/;

function fromWords(headers: Headers, text: string): BounceReport {
  const body = text.slice(0, 20_000);
  const status = STATUS.exec(body)?.[0];
  const code = /(?:^|[^\d.])([45])\d{2}[ \-#]/m.exec(body)?.[1];
  const subject = headers.text("subject");
  const delayed = DELAYED.test(subject) || (DELAYED.test(body) && !status?.startsWith("5") && code !== "5");
  return {
    status,
    permanent: !delayed && (status ?? code ?? "5").startsWith("5"),
    failedRecipients: recipientsIn(headers, body),
  };
}

function recipientsIn(headers: Headers, body: string): string[] {
  const listed = headers.get("x-failed-recipients");
  const source = listed ?? body;
  const own = headers.addresses("to").map(({ address }) => address);
  const from = headers.addresses("from").map(({ address }) => address);
  const found = source.match(/[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g) ?? [];
  const seen = [...new Set(found.map((address) => address.toLowerCase().replace(/^['.]+|\.+$/g, "")))];
  // The mail came back to us: our own address in it is the sender's, not the one that failed.
  return seen
    .filter((address) => !own.includes(address) && !from.includes(address) && !DAEMON.test(address))
    .slice(0, listed ? MAX_RECIPIENTS : 10);
}
