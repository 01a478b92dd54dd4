import type { Headers } from "../parse/headers.ts";
import { fold } from "../visible-text/fold.ts";
import { isBlank, type Line } from "../visible-text/line.ts";

/** What calendars write by themselves into an invitation or an answer to one. */
const BOILERPLATE =
  /^(?:when|where|who|what|time|date|location|organi[sz]er|calendar|attendees|guests|joining info|topic|subject|wann|wo|wer|was|zeit|ort|kalender|organisator|teilnehmer|betreff|quand|où|qui|heure|lieu|date|organisateur|cuando|cuándo|donde|dónde|quien|quién|lugar|quando|dove|chi|luogo|data|waar|wanneer|wie|kiedy|gdzie|kto|när|var|vem|hvornår|hvor|hvem|når|milloin|missä|kuka|kdy|kde|kdo|когда|где|кто|日時|場所|主催者|时间|地点|시간|장소)\s?[:：]|invitation from google calendar|you are receiving this|you have been invited|view (?:all )?(?:guest|event|your)|reply for|https?:\/\/|^-::~|please do not edit this|^or dial|^(?:pin|country|phone)\b.{0,4}:|more phone numbers|learn more about|your attendance is|join (?:by phone|zoom|with google|microsoft teams|the meeting)|meeting (?:id|url|link)|passcode|dial[- ]in|one tap mobile|find your local number|forwarding this invitation|to stop receiving|microsoft teams|^\+?[\d\s().,#-]{7,}$|^[-_=~*.]{3,}|(?:yes|maybe|no)(?: - (?:maybe|no|yes))+|more options|invited you|(?:hat|haben) sie .{0,20}eingeladen|vous (?:a|avez été) invité|te ha invitado|ti ha invitato|(?:has|have|hat|haben|a|ha|heeft|har|on|zaakceptowa\p{L}*|accept\p{L}*) ?(?:been )?(?:tentatively )?(?:accept\p{L}*|declin\p{L}*|confirm\p{L}*|angenommen|zugesagt|abgelehnt|abgesagt|accepté|refusé|décliné|aceptado|rechazado|accettato|rifiutato|aceit\p{L}*|recus\p{L}*|geaccepteerd|afgewezen|accepterat|tackat|accepteret|afslået|akseptert|avslått|hyväksy\p{L}*|hylän\p{L}*|přijal\p{L}*|odmítl\p{L}*|принял\p{L}*|отклонил\p{L}*)|this (?:event|meeting|invitation) (?:has been|was|is)|(?:event|meeting|termin|événement|evento|réunion|reunión|riunione) (?:cancell?ed|abgesagt|annulé|cancelad|annullat|updated|changed|geändert)|^(?:accepted|declined|tentative|cancell?ed|updated|invitation|angenommen|abgelehnt|accepté|refusé|aceptado|accettato|einladung)\s?[:：]?/iu;

/** "Monday 23 Nov 2026, 08:00 - 08:30 (CET)": when it is, in whatever language. */
const FROM_TO = /^.{0,40}\d{1,2}[:.h]\d{2}(?: ?[ap]m)? ?[-–—] ?.{0,30}\d{1,2}[:.h]\d{2}.{0,30}$/iu;

/**
 * Did a person write something into this invitation? What remains beside times, links and stock sentences says so. Google
 * writes a whole page of its own around the organiser's words, so there only the calendar's description counts.
 */
export function isPersonsInvitation(
  headers: Headers,
  lines: readonly Line[],
  calendarText: string,
  method: string,
): boolean {
  const [summary = "", ...description] = calendarText.split("\n");
  const byGoogle = /calendar-notification@google\.com/i.test(headers.get("sender") ?? "");
  const source = byGoogle ? description : lines.map((line) => line.text);
  const own = source
    .map((text) => text.trim())
    .filter(
      (text) =>
        !isBlank(text) &&
        !BOILERPLATE.test(text) &&
        fold(text.replace(/\.$/, "")) !== fold(summary) &&
        !/^[^\p{L}]*$/u.test(text) &&
        !FROM_TO.test(text),
    );
  const count = own.join(" ").split(/\s+/).filter(Boolean).length;
  const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]{12,}/u.test(own.join(""));
  // An answer's stock sentence differs with every calendar; its own words must be more than that.
  return cjk || count >= (method === "REPLY" || method === "COUNTER" ? 9 : 6);
}
