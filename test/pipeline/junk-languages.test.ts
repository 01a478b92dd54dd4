import { expect, test } from "vitest";
import { normalise } from "../../src/pipeline/normalise.ts";

/** Mail with nothing in its headers that says it was sent to many: its words and the failed check have to. */
const kindOf = async (headers: string, body: string) => {
  const raw = `To: help@ours.example\r\nMIME-Version: 1.0\r\nDate: Tue, 17 Nov 2026 09:12:41 +0100\r\n${headers}\r\n\r\n${body}`;
  const context = { ourAddresses: new Set(["help@ours.example"]), groupListIds: new Set<string>() };
  return (await normalise(new TextEncoder().encode(raw), context)).machine.kind;
};
const from = (address: string, spf: "pass" | "fail") =>
  `From: <${address}>\r\nAuthentication-Results: mx.ours.example; spf=${spf} smtp.mailfrom=${address}; dmarc=${spf} header.from=${address.split("@")[1]}\r\nSubject: =?utf-8?B?4pyJ?=\r\nContent-Type: text/plain; charset=utf-8`;

const junk: [language: string, text: string][] = [
  [
    "de",
    "Sehr geehrter Benutzer,\n\nIhr Postfach hat 98 % seines Speichers erreicht. Bestätigen Sie Ihr Passwort innerhalb von 24 Stunden: http://postfach.test/login",
  ],
  [
    "nl",
    "Geachte klant, uw huidige zakelijke bankpas verloopt op 30 november. Vraag uw nieuwe pas aan: http://pas.test/aanvraag",
  ],
  [
    "cs",
    "Vážený zákazníku, Váš balík čeká na zaplacení celního poplatku 49 Kč. Zaplaťte do 24 hodin: http://balik.test/clo",
  ],
  ["sk", "Vážený zákazník, Vaša zásielka čaká na doplatenie cla. Zaplaťte tu: http://zasielka.test/clo"],
  ["hu", "Kedves Ügyfelünk! A csomagja vámkezelésre vár, a díj 490 Ft. Fizessen itt: http://csomag.test/vam"],
  [
    "ro",
    "Stimate client, coletul dumneavoastră este reținut, taxa vamală este 9 RON. Plătiți aici: http://colet.test/taxa",
  ],
  ["tr", "Sayın müşterimiz, kargonuz gümrük ücreti bekliyor. Ödeme: http://kargo.test/odeme"],
  ["el", "Αγαπητέ πελάτη, το δέμα σας βρίσκεται στο τελωνείο. Πληρώστε εδώ: http://dema.test/pay"],
];
test.each(junk)("junk in %s is seen", async (_, text) => {
  expect(await kindOf(from("info@parcel-hold.test", "fail"), text)).toBe("bulk");
});

const customers: [language: string, text: string][] = [
  ["cs", "Dobrý den, na mém balíku je vyznačen celní poplatek, ale já jsem clo už zaplatil. Můžete to ověřit?"],
  ["nl", "Goedemorgen, mijn pas verloopt volgende maand. Krijg ik automatisch een nieuwe?"],
  ["ro", "Bună ziua, coletul meu nu a ajuns și am plătit deja taxa vamală. Ce fac?"],
];
test.each(customers)("a customer who writes about the same in %s is none", async (_, text) => {
  expect(await kindOf(from("jana@post.example", "pass"), text)).toBe("none");
});

test("an answer of a calendar with the event's name and time is nobody's words", async () => {
  const body = [
    "--b",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "Rhiannon Pugh has accepted this invitation.",
    "",
    "Toolbox talk week 48.",
    "Monday 23 Nov 2026, 08:00 - 08:30 (CET).",
    "--b",
    "Content-Type: text/calendar; charset=utf-8; method=REPLY",
    "",
    "BEGIN:VCALENDAR",
    "METHOD:REPLY",
    "VERSION:2.0",
    "BEGIN:VEVENT",
    "UID:1@x.example",
    "DTSTART:20261123T070000Z",
    "SUMMARY:Toolbox talk week 48",
    "ORGANIZER:mailto:help@ours.example",
    "ATTENDEE;PARTSTAT=ACCEPTED:mailto:rhiannon@x.example",
    "END:VEVENT",
    "END:VCALENDAR",
    "--b--",
    "",
  ].join("\r\n");
  const headers =
    "From: Rhiannon Pugh <rhiannon@x.example>\r\nSubject: Accepted: Toolbox talk week 48\r\nContent-Type: multipart/alternative; boundary=b";
  expect(await kindOf(headers, body)).toBe("notification");
});
