import type { Settings } from "../../domain/settings/settings.ts";

/** "We have your mail", and that a machine says so and a person will read it: true whatever the mail says, and promising nothing else. */
interface Acknowledgement {
  text: string;
  footer: string;
}

const BUILT_IN: Readonly<Record<string, Acknowledgement>> = {
  en: {
    text: "Thank you for your message. It has reached us and a person will read it.",
    footer: "Human review in progress",
  },
  de: {
    text: "Vielen Dank für Ihre Nachricht. Sie ist bei uns angekommen, und ein Mensch wird sie lesen.",
    footer: "Prüfung durch einen Menschen läuft",
  },
  fr: {
    text: "Merci pour votre message. Il nous est bien parvenu et une personne va le lire.",
    footer: "Examen par une personne en cours",
  },
  es: {
    text: "Gracias por su mensaje. Lo hemos recibido y una persona lo leerá.",
    footer: "Revisión por una persona en curso",
  },
  it: {
    text: "Grazie per il suo messaggio. Lo abbiamo ricevuto e una persona lo leggerà.",
    footer: "Verifica da parte di una persona in corso",
  },
  pt: {
    text: "Obrigado pela sua mensagem. Já a recebemos e uma pessoa vai lê-la.",
    footer: "Análise por uma pessoa em curso",
  },
  nl: {
    text: "Bedankt voor uw bericht. Het is bij ons aangekomen en iemand zal het lezen.",
    footer: "Wordt door een mens bekeken",
  },
  pl: {
    text: "Dziękujemy za wiadomość. Dotarła do nas i przeczyta ją człowiek.",
    footer: "Trwa sprawdzanie przez człowieka",
  },
  sv: {
    text: "Tack för ditt meddelande. Det har kommit fram och en person kommer att läsa det.",
    footer: "Granskas av en person",
  },
  da: {
    text: "Tak for din besked. Den er nået frem til os, og et menneske vil læse den.",
    footer: "Gennemgås af et menneske",
  },
  no: {
    text: "Takk for meldingen. Den har kommet frem til oss, og et menneske vil lese den.",
    footer: "Gjennomgås av et menneske",
  },
  fi: {
    text: "Kiitos viestistäsi. Se on saapunut meille, ja ihminen lukee sen.",
    footer: "Ihminen käsittelee viestiä",
  },
  cs: {
    text: "Děkujeme za vaši zprávu. Dorazila k nám a přečte si ji člověk.",
    footer: "Zprávu právě posuzuje člověk",
  },
  ja: {
    text: "お問い合わせいただきありがとうございます。メールを受け取りました。担当者が内容を確認いたします。",
    footer: "担当者が確認中です",
  },
  zh: { text: "感谢您的来信。我们已收到，工作人员会阅读。", footer: "人工审核中" },
  uk: { text: "Дякуємо за ваше повідомлення. Ми його отримали, і його прочитає людина.", footer: "Розглядає людина" },
  ru: { text: "Спасибо за ваше сообщение. Мы его получили, и его прочитает человек.", footer: "Рассматривает человек" },
  tr: {
    text: "Mesajınız için teşekkür ederiz. Bize ulaştı ve bir kişi okuyacak.",
    footer: "Bir kişi tarafından inceleniyor",
  },
  ko: {
    text: "메일을 보내 주셔서 감사합니다. 잘 받았으며 담당자가 읽어 보겠습니다.",
    footer: "담당자가 확인 중입니다",
  },
};

/** In the customer's language: the company's own words, else the built-in ones, else English. The footer is always ours to add. */
export function acknowledgementFor(language: string, { sending, company }: Settings): string {
  const own = sending.acknowledgement;
  const known = BUILT_IN[language] ?? BUILT_IN["en"]!;
  const spoken = language in BUILT_IN ? language : "en";
  const written = typeof own === "string" ? own : (own[language] ?? (language in BUILT_IN ? undefined : own["en"]));
  // A text of one's own in a language that we have no footer for is said to be a machine's in English.
  const { footer } = known;
  const text = (written ?? BUILT_IN[spoken]!.text).trim().replace(new RegExp(`\\n*${footer}\\.?$`), "");
  return `${text}\n\n${company.name}\n\n${footer}`;
}
