/**
 * The answers Mailroom can offer without a model and without a knowledge base: polite, true whatever the mail says, and
 * promising nothing but that a person answers. By intent, then by language; a company's own come first.
 */
type ByLanguage = Readonly<Record<string, string>>;

const GENERAL: ByLanguage = {
  en: "Hello {{customer_name}},\n\nThank you for your message. I have read it and will come back to you on this.\n\nKind regards",
  de: "Guten Tag {{customer_name}},\n\nvielen Dank für Ihre Nachricht. Ich habe sie gelesen und melde mich dazu bei Ihnen.\n\nFreundliche Grüße",
  fr: "Bonjour {{customer_name}},\n\nmerci pour votre message. J'en ai pris connaissance et je reviens vers vous à ce sujet.\n\nCordialement",
  es: "Hola {{customer_name}}:\n\nGracias por su mensaje. Lo he leído y le responderé al respecto.\n\nUn saludo",
  pt: "Olá {{customer_name}},\n\nobrigado pela sua mensagem. Já a li e voltarei a contactá-lo sobre este assunto.\n\nCumprimentos",
  it: "Buongiorno {{customer_name}},\n\ngrazie per il suo messaggio. L'ho letto e le risponderò in merito.\n\nCordiali saluti",
  nl: "Beste {{customer_name}},\n\nBedankt voor uw bericht. Ik heb het gelezen en kom er bij u op terug.\n\nMet vriendelijke groet",
  pl: "Dzień dobry {{customer_name}},\n\ndziękuję za wiadomość. Zapoznałem się z nią i wrócę do Państwa w tej sprawie.\n\nPozdrawiam",
  sv: "Hej {{customer_name}},\n\ntack för ditt meddelande. Jag har läst det och återkommer till dig.\n\nVänliga hälsningar",
  da: "Hej {{customer_name}},\n\ntak for din besked. Jeg har læst den og vender tilbage til dig.\n\nVenlig hilsen",
  no: "Hei {{customer_name}},\n\ntakk for meldingen. Jeg har lest den og kommer tilbake til deg.\n\nVennlig hilsen",
  fi: "Hei {{customer_name}},\n\nkiitos viestistäsi. Olen lukenut sen ja palaan asiaan.\n\nYstävällisin terveisin",
  ja: "{{customer_name}} 様\n\nお問い合わせいただきありがとうございます。内容を確認し、あらためてご連絡いたします。\n\nよろしくお願いいたします。",
  zh: "{{customer_name}}，您好：\n\n感谢您的来信。我已阅读，稍后会就此回复您。\n\n此致敬礼",
};

const LEAD: ByLanguage = {
  en: "Hello {{customer_name}},\n\nThank you for your interest in {{company_name}}. I would be glad to help. Could you tell me a little more about what you need, and for how many people?\n\nKind regards",
  de: "Guten Tag {{customer_name}},\n\nvielen Dank für Ihr Interesse an {{company_name}}. Gern helfe ich Ihnen weiter. Können Sie mir noch etwas mehr dazu sagen, was Sie brauchen und für wie viele Personen?\n\nFreundliche Grüße",
  fr: "Bonjour {{customer_name}},\n\nmerci de l'intérêt que vous portez à {{company_name}}. Je vous aiderai volontiers. Pourriez-vous m'en dire un peu plus sur votre besoin, et pour combien de personnes ?\n\nCordialement",
  es: "Hola {{customer_name}}:\n\nGracias por su interés en {{company_name}}. Con gusto le ayudo. ¿Podría contarme un poco más sobre lo que necesita y para cuántas personas?\n\nUn saludo",
  it: "Buongiorno {{customer_name}},\n\ngrazie per l'interesse verso {{company_name}}. L'aiuterò volentieri. Può dirmi qualcosa di più su ciò che le serve e per quante persone?\n\nCordiali saluti",
  nl: "Beste {{customer_name}},\n\nBedankt voor uw interesse in {{company_name}}. Ik help u graag verder. Kunt u iets meer vertellen over wat u nodig heeft, en voor hoeveel personen?\n\nMet vriendelijke groet",
};

export const BUILT_IN_TEMPLATES: Readonly<Record<string, ByLanguage>> = { lead: LEAD, general: GENERAL };

/** Where articles answer the question. */
export const FOUND: ByLanguage = {
  en: "Hello {{customer_name}},\n\nThank you for your message.\n\n{{answer}}\n\nIf this does not answer your question, just reply to this mail.\n\nKind regards",
  de: "Guten Tag {{customer_name}},\n\nvielen Dank für Ihre Nachricht.\n\n{{answer}}\n\nFalls das Ihre Frage nicht beantwortet, antworten Sie einfach auf diese Mail.\n\nFreundliche Grüße",
  fr: "Bonjour {{customer_name}},\n\nmerci pour votre message.\n\n{{answer}}\n\nSi cela ne répond pas à votre question, répondez simplement à ce message.\n\nCordialement",
  es: "Hola {{customer_name}}:\n\nGracias por su mensaje.\n\n{{answer}}\n\nSi esto no responde a su pregunta, responda a este mensaje.\n\nUn saludo",
  pt: "Olá {{customer_name}},\n\nobrigado pela sua mensagem.\n\n{{answer}}\n\nSe isto não responde à sua pergunta, basta responder a esta mensagem.\n\nCumprimentos",
  it: "Buongiorno {{customer_name}},\n\ngrazie per il suo messaggio.\n\n{{answer}}\n\nSe questo non risponde alla sua domanda, risponda a questo messaggio.\n\nCordiali saluti",
  nl: "Beste {{customer_name}},\n\nBedankt voor uw bericht.\n\n{{answer}}\n\nAls dit uw vraag niet beantwoordt, reageer dan op deze mail.\n\nMet vriendelijke groet",
};

/** How an answer begins and ends in a language; undefined where we do not know. */
export function frameOf(language: string): { greeting: string; closing: string } | undefined {
  const paragraphs = GENERAL[language]?.split("\n\n");
  return paragraphs && { greeting: paragraphs[0]!, closing: paragraphs.at(-1)! };
}
