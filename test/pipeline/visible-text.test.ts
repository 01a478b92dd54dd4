import { expect, test } from "vitest";
import { fold, readFixture } from "./read-fixture.ts";

/** Signatures, footers and banners that go; words that only look like them and stay; HTML as a reader sees it. */
const mails: { file: string; visible: string; language?: string }[] = [
  {
    file: "postscript-below-signature-stays",
    language: "en",
    visible:
      "Hello, we are reviewing your contract. Two questions before we sign: 1. Who is liable for subcontractors? 2. May we terminate monthly? I would be glad to hear from you this week. P.S. Please send the answer as a PDF, our filing system cannot take anything else.",
  },
  {
    file: "not-quotes-but-dates-and-colons",
    language: "de",
    visible:
      "Guten Tag, Am 12. Oktober schrieb Ihr Kollege, dass alles bereit sei. Trotzdem fehlt noch: Am Montag: Aufbau ab 8:00 Am Dienstag: Abbau ab 18:30 Bitte um Rückmeldung bis Freitag.",
  },
  {
    file: "not-a-signature-list-of-names",
    language: "en",
    visible:
      "Hi, please add these people to our workspace: Harriet Lowe Ben Okafor Siobhan Kelly All three need the teacher role, and Harriet should also see billing.",
  },
  {
    file: "not-a-header-block-in-prose",
    language: "en",
    visible:
      "Hello, your confirmation says From: Monday To: Friday but we booked Tuesday to Thursday. Could you correct that?",
  },
  {
    file: "comparison-signs-are-no-quotes",
    language: "en",
    visible: "Our alert should fire when > 100 requests fail and stay quiet for > 5% of that. Is this possible?",
  },
  {
    file: "initials-only-signature",
    language: "en",
    visible: "The gate code does not work since Sunday. Who can reset it?",
  },
  {
    file: "closing-in-one-line-with-name",
    language: "nl",
    visible: "Hoi, kunnen jullie het logo op de factuur vervangen? Bijgevoegd de nieuwe versie.",
  },
  { file: "legal-footer-fr", language: "fr", visible: "Maître, merci de m'adresser le projet d'acte avant vendredi." },
  {
    file: "legal-footer-es-lopd",
    language: "es",
    visible: "Buenas tardes, necesitamos dar de alta a dos usuarios más en nuestra cuenta.",
  },
  { file: "external-banner-on-top", language: "en", visible: "Can you split the order into two deliveries?" },
  {
    file: "you-dont-often-get-email-banner",
    language: "en",
    visible: "Could you send me two samples of the glass jars?",
  },
  {
    file: "html-outlook-desktop-reply",
    language: "de",
    visible: "Hallo Ines, bitte liefern Sie erst ab dem 20.10., vorher ist das Lager zu.",
  },
  {
    file: "html-outlook-web-reply",
    language: "en",
    visible: "Both terminals are offline again. Please call me on the mobile.",
  },
  {
    file: "html-gmail-reply-with-inline-answers",
    language: "en",
    visible: "See below. Twelve. November 1st would be ideal.",
  },
  {
    file: "html-thunderbird-cite-prefix",
    language: "pt",
    visible: "Bom dia, os rótulos chegaram com a cor errada. Podem repetir a impressão?",
  },
  {
    file: "html-protonmail-quote",
    language: "sv",
    visible: 'Exporten blev klar i natt, men filen saknar kolumnen "kund".',
  },
  { file: "html-yahoo-quoted", language: "en", visible: "The 38 fits, keep my order as it is." },
  {
    file: "html-gmx-quote-div",
    language: "de",
    visible: "Das Paket ist seit Mittwoch bei Ihnen, wann kommt mein Geld?",
  },
  {
    file: "html-hidden-orders-to-a-machine",
    language: "en",
    visible: "Hello, I would like to return the jack I bought last week.",
  },
  {
    file: "html-white-text-on-a-dark-button-stays",
    language: "en",
    visible: "We would like to order twenty lamps. See our list Please send a quote.",
  },
  { file: "html-tracking-pixels", language: "en", visible: "Hi, saw your new shop and had an idea for the checkout." },
  { file: "html-table-cells-and-line-breaks", visible: "Item Qty Flour 12 Sugar 4 Deliver to Dock 3 Thanks" },
  {
    file: "html-declared-utf8-is-latin1",
    language: "sv",
    visible: "Hej, vi behöver fyra dörrar till. När kan ni leverera?",
  },
];

test.each(mails)("$file", async ({ file, visible, language }) => {
  const email = await readFixture(file);
  expect(fold(email.visibleText)).toBe(visible);
  if (language) expect(email.language).toBe(language);
  expect(email.machine.kind).toBe("none");
});

test("text styled away is removed and counted", async () => {
  const { text, hidden } = await readFixture("html-hidden-orders-to-a-machine");
  for (const word of [
    "Ignore",
    "approved",
    "approve",
    "API key",
    "Secret",
    "Nothing",
    "opaque",
    "white on white",
    "parsers",
  ]) {
    expect(text).not.toContain(word);
  }
  expect(hidden.hiddenCharacters).toBeGreaterThan(100);
  expect(hidden.zeroWidthCharacters).toBe(1);
});

test("white text on a dark ground is not hidden", async () => {
  expect((await readFixture("html-white-text-on-a-dark-button-stays")).hidden.hiddenCharacters).toBe(0);
});

test("tracking pixels are counted, embedded images and spacers are not", async () => {
  expect((await readFixture("html-tracking-pixels")).hidden.trackingPixels).toBe(2);
});
