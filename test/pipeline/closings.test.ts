import { expect, test } from "vitest";
import { plainLines } from "../../src/pipeline/visible-text/line.ts";
import { separateText } from "../../src/pipeline/visible-text/visible-text.ts";

/** What stands below the text is in the languages and forms in which people and companies sign. */
const TEXT = "The parcel has not come yet and we need it on Thursday.";
const visibleAbove = (below: string, machine: "none" | "bulk" | "notification" = "none") =>
  separateText(plainLines(`${TEXT}\n\n${below}`), { senders: [{ name: "Desk", address: "desk@x.example" }], machine })
    .visible.replace(/\s+/g, " ")
    .trim();

test.each([
  "Mit freundlichen kollegialen Grüßen\nDr. Henrik Ott\nRechtsanwalt",
  "Yours in Faith\nMrs Agatha Wells",
  "Dans l'attente de votre retour, je vous prie d'agréer, Madame, Monsieur, l'expression de mes salutations distinguées.\nBrigitte Lacaze",
  "Gracias, un saludo\nBeatriz Roldán",
  "Merci, bonne journée\nClaire",
  "Em cảm ơn\nThu Hà",
  ...`Heade soovidega|Ar labiem vēlējumiem|Geriausi linkėjimai|Su pagarba|Lijepi pozdrav|Приятен ден|Thân mến|Is mise le meas|Le gach dea-ghuí
  Cofion cynnes|Yn gywir|Una abraçada|Agur bero bat|Un saúdo|Mit besten Empfehlungen|Sentiments distingués|Muchos saludos|Con osservanza
  Přeji hezký den|Prajem pekný deň|Allt gott|Kær kveðja|Bestu kveðjur|Ta muchly|Yours aye|In haste`
    .split(/\s*[|\n]\s*/)
    .map((closing) => `${closing}\nMila`),
  "Отправлено с мобильного устройства",
  "Enviat des del meu iPhone",
  "Odesláno z iPhonu",
  "Odoslané z iPhonu",
  "Poslano z mojega iPhona",
  "أُرسلت من الـ iPhone",
  "Sent úr iPhone",
  "Pobierz program Outlook dla systemu iOS",
  "L'équipe Legisphone",
  "Giulia\nDesk - Studio Nova",
])("a mail ends above %j", (below) => {
  expect(visibleAbove(below)).toBe(TEXT);
});

test.each([
  "Wenn Sie diesen Newsletter nicht mehr empfangen möchten, klicken Sie bitte hier.",
  ...`Wypisz się z newslettera|Odhlásit odběr|Odhlásiť sa z odberu|Leiratkozom a hírlevélről|Bu listeden çıkmak için tıklayın|Διαγραφή από τη λίστα
  Отписаться от рассылки|Відписатися від розсилки|Отказ от абонамент|Odjava|Atsisakyti naujienlaiškio|Atteikties no jaunumiem|Loobu uudiskirjast
  Peruuta uutiskirjeen tilaus|Avsluta prenumerationen|Afmeld nyhedsbrevet her|Meld deg av nyhetsbrevet|להסרה מרשימת התפוצה|إلغاء الاشتراك
  Hủy đăng ký nhận tin|Berhenti berlangganan|ยกเลิกการรับข่าวสาร|配信停止はこちら|退订邮件请点击这里|수신거부를 원하시면 클릭하세요
  Donar-se de baixa del butlletí|Se désinscrire de la newsletter`.split(/\s*[|\n]\s*/),
])("mass mail ends above %j", (below) => {
  expect(visibleAbove(below, "bulk")).toBe(TEXT);
});

test("a notification ends above its request not to answer", () => {
  expect(visibleAbove("Do not reply to this automatically generated email.", "notification")).toBe(TEXT);
});

test("a sentence of thanks with more to say is text", () => {
  expect(visibleAbove("Gracias, el lunes paso por la oficina a recogerlo.\nBeatriz")).toContain("el lunes paso");
});

test.each([
  "Gesendet von kronwerk.example",
  "Odesláno z kontaktního formuláře",
  "Envoyé depuis le formulaire de contact",
])("a web form's message ends above %j", (below) => {
  const form = `Name: Birgit Seidel\nE-Mail: b.seidel@x.example\nTelefon: 030 23125 144\nNachricht:\n${TEXT}\n\n${below}`;
  const { visible } = separateText(plainLines(form), { senders: [], machine: "notification" });
  expect(visible).toBe(TEXT);
});
