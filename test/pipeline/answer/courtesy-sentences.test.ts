import { expect, test } from "vitest";
import { isCourtesy } from "../../../src/pipeline/answer/courtesy-sentences.ts";

test.each([
  "Hello Orla,",
  "Dear Jean-Luc,",
  "Thank you so much for your patience and for letting us know.",
  "Thanks for getting in touch with us about this.",
  "I am sorry about the inconvenience.",
  "We understand how frustrating this is.",
  "I will look into it and come back to you as soon as possible.",
  "If anything is unclear, just reply to this mail.",
  "Please let us know if there is anything else you need.",
  "Feel free to write to us again.",
  "A colleague will check this and get back to you shortly.",
  "Vielen Dank für Ihre Nachricht.",
  "Falls noch etwas unklar ist, antworten Sie einfach auf diese Mail.",
  "Ich kläre das und melde mich bei Ihnen.",
  "Merci pour votre message.",
  "Si vous avez d'autres questions, n'hésitez pas à nous écrire.",
  "Gracias por su paciencia.",
  "Si tiene alguna otra duda, no dude en escribirnos.",
  "Grazie per la sua pazienza.",
  "Bedankt voor uw geduld.",
  "感谢您的来信。",
  "お問い合わせいただきありがとうございます。",
  "Kind regards",
])("%s is politeness", (sentence) => expect(isCourtesy(sentence, { hearsay: false })).toBe(true));

test.each([
  "If you have the free plan you can use all features.",
  "We know that the app works without a network.",
  "Should you cancel you keep access until the year ends.",
  "We understand that the yearly plan has no notice period.",
  "I am sorry that the office stays closed on Sundays.",
  "Please let us know which colour because all models are in stock.",
  "Thank you for waiting, the parcel left our warehouse.",
  "Wenn Sie kündigen bleiben alle Daten erhalten.",
  "Falls Sie umziehen bleibt der Tarif gleich.",
  "Si vous déménagez l'abonnement reste valable.",
  "Si cancela conserva todos los datos.",
  "Se disdice conserva tutti i dati.",
  "Als u opzegt blijven alle gegevens bewaard.",
  "感谢您的来信，该套餐支持离线使用。",
  "いつもお世話になっております、解約後もデータは残ります。",
])("%s says something, and needs a source", (sentence) => expect(isCourtesy(sentence)).toBe(false));

test("what the customer told may come back to them, where a person reads it first", () => {
  const sentence = "I am sorry to hear that your bookings do not show in the calendar.";
  expect(isCourtesy(sentence)).toBe(true);
  expect(isCourtesy(sentence, { hearsay: false })).toBe(false);
});
