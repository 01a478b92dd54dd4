import { expect, test } from "vitest";
import { fold, readFixture } from "./read-fixture.ts";

/** Answers as the common clients write them: the quote goes, the words and the greeting stay, in the language they are in. */
const replies = [
  {
    file: "reply-gmail-de",
    language: "de",
    visible:
      "Guten Morgen Frau Keller, die Lieferung am 14. passt uns gut. Können Sie bitte noch zwei Paletten Dachziegel ergänzen? Die Rechnung geht wie immer an die Zentrale.",
  },
  {
    file: "reply-gmail-fr",
    language: "fr",
    visible:
      "Bonjour, Oui, le nouveau créneau de jeudi me convient. Merci de prévenir le livreur que l'interphone est en panne.",
  },
  {
    file: "reply-gmail-es",
    language: "es",
    visible:
      "Hola, Rosa: Ya probé con otro navegador y ahora sí funciona. Solo me falta saber cómo cambiar el idioma de los recordatorios.",
  },
  {
    file: "reply-gmail-it",
    language: "it",
    visible: "Buongiorno, il bonifico è partito venerdì, vi allego la ricevuta. Potete confermarmi quando arriva?",
  },
  {
    file: "reply-gmail-pt-br",
    language: "pt",
    visible: "Oi, tudo bem? O pacote chegou amassado e faltou um item. Consigo mandar fotos por aqui mesmo?",
  },
  {
    file: "reply-gmail-nl",
    language: "nl",
    visible:
      "Goedemorgen, Dinsdag is prima. Graag wel voor tien uur, daarna is de winkel dicht voor een inventarisatie.",
  },
  {
    file: "reply-gmail-pl",
    language: "pl",
    visible: "Dzień dobry, proszę o zmianę adresu dostawy na ul. Polną 4 w Krakowie. Pozostałe dane się nie zmieniają.",
  },
  {
    file: "reply-gmail-sv",
    language: "sv",
    visible: "Hej! Tack för snabbt svar. Vi behöver femtio stycken till, går det att få dem före månadsskiftet?",
  },
  {
    file: "reply-gmail-da",
    language: "da",
    visible: "Hej Ines Tilbuddet ser fint ud, men vi mangler prisen på montering. Kan du sende den i dag?",
  },
  {
    file: "reply-gmail-no",
    language: "no",
    visible:
      "Hei, fakturaen gjelder feil selskap, den skal til Lie Regnskap AS. Kan dere lage en ny og kreditere den gamle?",
  },
  {
    file: "reply-gmail-fi",
    language: "fi",
    visible:
      "Hei, paketti ei ole vieläkään tullut, vaikka sen piti olla perillä perjantaina. Voitteko tarkistaa missä se on?",
  },
  {
    file: "reply-gmail-cs",
    language: "cs",
    visible: "Dobrý den, objednávku prosím zrušte, materiál jsme mezitím koupili jinde. Peníze pošlete na stejný účet.",
  },
  {
    file: "reply-gmail-hu",
    language: "hu",
    visible:
      "Jó napot kívánok! A csütörtöki időpont sajnos nem felel meg, a jövő hét bármelyik napja jó lenne. Kérem, írják meg, mi szabad.",
  },
  {
    file: "reply-gmail-ro",
    language: "ro",
    visible: "Bună ziua, Am primit piesa greșită, eu comandasem pentru partea stângă. Cum o pot returna?",
  },
  {
    file: "reply-gmail-tr",
    language: "tr",
    visible:
      "Merhaba, teklifiniz için teşekkür ederiz, ancak teslim süresi bizim için çok uzun. İki haftada teslim edebilir misiniz?",
  },
  {
    file: "reply-gmail-ru",
    language: "ru",
    visible: "Здравствуйте! Куртка пришла не того размера. Можно обменять на M? Чек сохранился.",
  },
  {
    file: "reply-gmail-uk",
    language: "uk",
    visible: "Добрий день! Рахунок оплатили вчора, але у кабінеті він досі відкритий. Перевірте, будь ласка.",
  },
  {
    file: "reply-gmail-el",
    language: "el",
    visible: "Καλημέρα σας, η παραγγελία ήρθε χωρίς το τιμολόγιο. Μπορείτε να το στείλετε με e-mail;",
  },
  {
    file: "reply-gmail-ja-iso-2022-jp",
    language: "ja",
    visible:
      "サポート御中 お世話になっております。山田商店の山田です。 届いた商品の色が注文と違っていました。交換は可能でしょうか。",
  },
  {
    file: "reply-gmail-zh-cn-gb18030",
    language: "zh",
    visible: "你好, 货已经收到了,但是少了两箱。请尽快补发,客户在等。",
  },
  {
    file: "reply-gmail-zh-tw-big5",
    language: "zh",
    visible: "您好: 報價單已收到,請問數量增加到五百個時單價可以調整嗎?",
  },
  {
    file: "reply-naver-ko-euc-kr",
    language: "ko",
    visible: "안녕하세요. 지난주에 주문한 제품이 아직 도착하지 않았습니다. 배송 상황을 확인해 주시겠어요?",
  },
  {
    file: "reply-gmail-ko",
    language: "ko",
    visible: "안녕하세요, 견적서 잘 받았습니다. 납기를 일주일 앞당길 수 있을까요?",
  },
  {
    file: "reply-gmail-ar",
    language: "ar",
    visible: "مرحبا، وصل الطلب اليوم لكن الفاتورة غير موجودة. هل يمكنكم إرسالها بالبريد الإلكتروني؟",
  },
  { file: "reply-gmail-he", language: "he", visible: "שלום, ההזמנה הגיעה אבל חסר פריט אחד. אפשר לקבל זיכוי?" },
  {
    file: "reply-apple-mail-en",
    language: "en",
    visible: "Hi Priya, The PO number is 88-1204, sorry I left it off. Could you resend with that on it?",
  },
  { file: "reply-apple-mail-de-iphone", language: "de", visible: "Passt, bis Donnerstag um zehn!" },
  { file: "reply-iphone-fr", language: "fr", visible: "Toujours rien ce matin, les rappels ne partent pas." },
  {
    file: "reply-outlook-de",
    language: "de",
    visible: "Hallo zusammen, die Kollegin heißt Carla Mertens und fängt am 2. November an. Bitte nur Leserechte.",
  },
  {
    file: "reply-outlook-fr",
    language: "fr",
    visible: "Bonjour, Le devis est validé. Merci de l'adresser signé à notre service des marchés.",
  },
  {
    file: "reply-outlook-es-separator",
    language: "es",
    visible: "Buenos días: El técnico vino ayer y sigue fallando. ¿Pueden enviar a otra persona?",
  },
  {
    file: "reply-outlook-it-underscores",
    language: "it",
    visible: "Salve, le taglie vanno bene, procedete pure con la spedizione.",
  },
  {
    file: "reply-outlook-nl",
    language: "nl",
    visible: "Beste Ines, Akkoord met de offerte. Graag de factuur op naam van Jansen Bouw Noord B.V.",
  },
  {
    file: "reply-outlook-pl",
    language: "pl",
    visible: "Dzień dobry, potrzebujemy korekty do faktury 10/2026, bo NIP jest błędny.",
  },
  {
    file: "reply-outlook-sv-da-labels",
    language: "da",
    visible: "Hej Vi har stadig ikke fået nøglen til portalen. Kan I sende den igen?",
  },
  {
    file: "reply-outlook-fi",
    language: "fi",
    visible: "Hei, lasku on maksettu kahteen kertaan, palauttakaa toinen maksu tilillemme.",
  },
  { file: "reply-outlook-cs", language: "cs", visible: "Dobrý den, posílám fotky poškozeného kola. Prosím o výměnu." },
  {
    file: "reply-outlook-ru-koi8",
    language: "ru",
    visible: "Добрый день. Доступ так и не появился, проверьте пожалуйста учётную запись volkov.",
  },
  {
    file: "reply-outlook-ja-shift-jis",
    language: "ja",
    visible: "お世話になります。 見積書の金額が税込か税抜かご教示ください。",
  },
  { file: "reply-outlook-zh", language: "zh", visible: "您好!合同已经盖章,扫描件见附件。" },
  {
    file: "reply-outlook-tr",
    language: "tr",
    visible: "Merhaba, kargo takip numarası hatalı görünüyor, doğrusunu gönderir misiniz?",
  },
  {
    file: "reply-thunderbird-de-flowed",
    language: "de",
    visible: "Guten Tag, das Glas hat einen Kratzer, der beim Auspacken schon da war. Ich hätte gern einen Ersatz.",
  },
  {
    file: "reply-thunderbird-bottom-posted",
    language: "en",
    visible: "It is the K-200 and it says E4. Yes, same thing.",
  },
  { file: "reply-yahoo-en", language: "en", visible: "Hi, I still want the blue one please, not a refund." },
  {
    file: "reply-yahoo-fr",
    language: "fr",
    visible: "Bonjour, je n'ai toujours pas reçu le virement. Merci de vérifier.",
  },
  {
    file: "reply-protonmail-en",
    language: "en",
    visible: "Hi, is the limit per key or per account? We run three services on one key.",
  },
  {
    file: "reply-gmx-web-de",
    language: "de",
    visible: "Hallo, die Schuhe sind zu klein, ich möchte sie gegen 41 tauschen.",
  },
  {
    file: "reply-lotus-notes",
    language: "de",
    visible: "Sehr geehrte Damen und Herren, wir kündigen den Wartungsvertrag 7712 fristgerecht zum Jahresende.",
  },
  { file: "reply-lotus-notes-dashes", language: "en", visible: "Please ship to the Dayton warehouse instead." },
  { file: "reply-samsung-mail", language: "ro", visible: "nu pot descarca factura, imi da eroare" },
  { file: "reply-zoho", language: "en", visible: "CIF is fine for us. Please revise the proforma." },
  { file: "reply-mailru", language: "ru", visible: "Добрый день, адрес прежний, код домофона 12К." },
  { file: "reply-yandex", language: "ru", visible: "Деньги пока не пришли." },
  { file: "reply-seznam-cs", language: "cs", visible: "Děkuji, už to funguje." },
  { file: "reply-qq-mail", language: "zh", visible: "请开增值税专用发票,税号稍后发给您。" },
  { file: "reply-helpdesk-line-above", language: "en", visible: "That did it, thank you so much!" },
];

test.each(replies)("$file", async ({ file, language, visible }) => {
  const email = await readFixture(file);
  expect(fold(email.visibleText)).toBe(visible);
  expect(email.language).toBe(language);
  expect(email.machine.kind).toBe("none");
  expect(email.quotedText).not.toBe("");
});
