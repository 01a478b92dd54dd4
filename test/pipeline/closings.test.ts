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
  "Отправлено с мобильного устройства",
  "Enviat des del meu iPhone",
  "L'équipe Legisphone",
  "Giulia\nDesk - Studio Nova",
])("a mail ends above %j", (below) => {
  expect(visibleAbove(below)).toBe(TEXT);
});

test.each(["Wenn Sie diesen Newsletter nicht mehr empfangen möchten, klicken Sie bitte hier."])(
  "mass mail ends above %j",
  (below) => {
    expect(visibleAbove(below, "bulk")).toBe(TEXT);
  },
);

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
