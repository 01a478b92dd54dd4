import { fold } from "./fold.ts";
import { isBlank, type Line } from "./line.ts";
import { isRule } from "./separators.ts";

/** A contact form's mail: labels and values, one of them the visitor's own words. */
export interface WebForm {
  message: string;
  name: string | undefined;
  email: string | undefined;
}

const LABELS = {
  message:
    "(?:your |ihre |votre |su |tu |il tuo |la tua |sua |a sua |uw |je |twoja |ditt |din |dit |vase )?(?:message|messages?|message (?:body|text)|your message|comments?|comment or message|question|questions|enquiry|inquiry|request|details|description|feedback|how can we help(?: you)?|what can we help you with|tell us more|anything else|notes?|remarks?|additional (?:information|comments)|nachricht|ihre nachricht|mitteilung|anliegen|anfrage|kommentar|bemerkung(?:en)?|frage|beschreibung|message|votre message|commentaires?|demande|votre demande|precisions|mensaje|comentarios?|consulta|pregunta|messaggio|richiesta|commento|note|mensagem|comentarios?|duvida|pedido|bericht|vraag|opmerking(?:en)?|toelichting|wiadomosc|tresc(?: wiadomosci)?|pytanie|uwagi|meddelande|fraga|besked|meddelelse|sporgsmal|melding|sporsmal|viesti|kysymys|zprava|dotaz|sprava|uzenet|megjegyzes|mesaj|mesajiniz|mesajul|сообщение|комментарий|вопрос|текст|повідомлення|μηνυμα|お問い合わせ内容|内容|メッセージ|ご質問|留言|消息|咨询内容|詢問內容|문의 ?내용|메시지|내용|הודעה|رسالة|الرسالة|pesan)",
  name: "(?:your |ihr |votre |su |full |first |last |first and last |vor und |contact |customer |visitor )*(?:name|full name|first name|last name|surname|vorname|nachname|nom|prenom|nom complet|nombre(?: completo| y apellidos)?|apellidos?|nome|nome e cognome|cognome|sobrenome|naam|voornaam|achternaam|imie(?: i nazwisko)?|nazwisko|namn|fornamn|efternamn|navn|fornavn|nimi|jmeno|prijmeni|meno|nev|nume|prenume|ad(?:iniz)?|ad soyad|isim|имя|фио|фамилия|ім'я|ονομα|お名前|氏名|姓名|称呼|이름|성함|שם|الاسم|nama|from|sender|absender|von|submitted by)",
  email:
    '(?:your |ihre |votre |su |tu |contact )*(?:e ?mail|e ?mail ?address|email id|mail|e ?mail-?adresse|adresse e ?mail|courriel|correo(?: electronico)?|email|indirizzo e ?mail|posta elettronica|endereco de e ?mail|e ?mailadres|adres e ?mail|e ?postadress|e ?post|e ?mailadresse|sahkoposti|e ?mailova adresa|e ?mail cim|adresa de e ?mail|e ?posta|электронная почта|почта|эл\\. ?почта|メールアドレス|メール|邮箱|电子邮件|電子郵件|이메일|דוא"ל|אימייל|البريد الالكتروني|البريد الإلكتروني|reply ?to)',
  other:
    "(?:phone|telephone|tel|mobile|cell|phone number|telefon(?:nummer)?|handy|telephone|portable|telefono|movil|telefone|celular|telefoon(?:nummer)?|numer telefonu|puhelin|телефон|電話(?:番号)?|电话|手机|전화(?:번호)?|company|company name|organi[sz]ation|business|firma|unternehmen|entreprise|societe|empresa|azienda|bedrijf|foretag|virksomhed|компания|会社名|公司|회사|subject|topic|betreff|thema|sujet|objet|asunto|oggetto|assunto|onderwerp|temat|amne|emne|тема|件名|主题|제목|website|url|web|page|seite|pagina|country|land|pays|pais|paese|kraj|city|stadt|ort|ville|ciudad|citta|address|adresse|plan|product|produkt|order(?: (?:number|no|id))?|bestellnummer|department|abteilung|date|datum|time|ip|ip address|user agent|browser|referr?er|source|consent|privacy|newsletter|budget.{0,20}|location|locations|clinic|reason|category|kategorie|type|quantity|when|staff.{0,20}|employees|industry|role|job title|position|submitted(?: on| at)?|form|id|utm_\\w+|title|anrede|salutation|zip|postcode|plz|state|region)",
} as const;
type Field = keyof typeof LABELS;

const PATTERNS = (Object.keys(LABELS) as Field[]).map(
  (field) => [field, new RegExp(`^(?:${LABELS[field]})$`, "u")] as const,
);

/** Labels that a form must show, the message among them, before its mail is taken for a form's. */
const MIN_LABELS = 3;
const MAX_LINES = 400;

export function readWebForm(lines: readonly Line[]): WebForm | undefined {
  const found: { at: number; field: Field; value: string }[] = [];
  const end = Math.min(lines.length, MAX_LINES);
  for (let at = 0; at < end; at++) {
    const label = labelled(lines[at]?.text ?? "", isBlank(lines[at - 1]?.text ?? ""), lines[at + 1]?.text);
    if (label) found.push({ at, ...label });
  }
  const message = found.find(({ field }) => field === "message");
  const email = found.find(({ field }) => field === "email");
  const kinds = new Set(found.map(({ at }) => at));
  if (!message || !email || kinds.size < MIN_LABELS || !ADDRESS.test(fieldValue(email, lines))) return undefined;
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
const ADDRESS = /[^\s<>()"',;:]{1,64}@[^\s<>()"',;:]{1,200}/;

/** `Label: value`, `Label<tab>value` of a table row, or a label alone above its value. */
function labelled(
  text: string,
  afterBlank: boolean,
  next: string | undefined,
): { field: Field; value: string } | undefined {
  const match = /^[\s*_•-]{0,6}([^:：\t=]{2,48}?)[*_\s]{0,3}(?:[:：\t=?]|\?:)[*_]{0,2}\s*(.*)$/u.exec(
    text.slice(0, 2_000),
  );
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
    if (FORM_END.test(text.trim()) || TICKED.test(text.trim()) || (isRule(text) && body.some((line) => !isBlank(line)))) break;
    body.push(text);
  }
  return body.join("\n").trim();
}

/** A ticked box below the message, with a label nobody could list: "Einwilligung Datenschutz: ja", "RGPD : accepté". */
const TICKED = /^[^.!?]{2,60}[:：=]\s?(?:yes|no|ja|nein|oui|non|sí|si|sim|no|accept\p{L}*|akzeptiert|1|0|true|false|on|✓|✔)$/iu;

/** What form plugins print below the fields. */
const FORM_END =
  /^(?:--\s?$|-- $|---+|this (?:e-?mail|message|form) was (?:sent|submitted)|sent (?:from (?:https?:|your|the|a )|via |by )|answer this|reply to this|antworten sie|submitted (?:from|via|on)|page:|ip:|(?:diese|this) .{0,30}(?:kontaktformular|contact form)|diese (?:e-?mail|nachricht) wurde .{0,40}(?:formular|website)|(?:reply|antworten) .{0,30}direct|powered by|date:|time:|user agent)/i;
