import { expect, test } from "vitest";
import { readFields } from "../../../../src/pipeline/local/fields/fields.ts";
import { aMail, type MailParts } from "./mail.ts";

const regions: [why: string, region: string | null, mail: MailParts][] = [
  ["said plainly", "US", { text: "We are in Oregon and need four desks." }],
  ["a practice there", "US", { text: "I run operations for a pediatric group in Minnesota, 5 offices." }],
  ["a town before its state", "US", { text: "We are a kennel in Little Creek, Wisconsin." }],
  ["asks for delivery there", "CA", { text: "Do you deliver to Canada?" }],
  ["a seat", "ES", { text: "Somos una empresa con sede en Valencia.", language: "es" }],
  ["Finnish case", "FI", { text: "Hei, olemme yritys.", signature: "Terveisin\nKirsi\nOulu", language: "fi" }],
  ["Chinese", "TW", { text: "我們是台中的一間牙醫診所。", language: "zh" }],
  ["greetings from", "DE", { text: "Bitte ein Angebot.", signature: "Viele Grüße aus Kassel\nSvenja", language: "de" }],
  ["a British postcode", "GB", { text: "Hi", signature: "Helen Marsh\n14 Northgate Street, Chester CH1 9ZZ" }],
  ["a German address", "DE", { text: "Hallo", signature: "Ulrike Amt\nLindenallee 7, 79100 Freiburg", language: "de" }],
  ["a US address", "US", { text: "Hi", signature: "Bo Ray\n418 2nd Ave, Rochester MN 55902" }],
  ["a name is no place", null, { from: "Sydney Park <sp@gmail.com>", text: "Hi", signature: "Sydney" }],
  ["somebody else's place", null, { text: "A colleague in Perth likes your desks." }],
  ["where servers are", null, { text: "We want our servers in Frankfurt." }],
  ["a domain's ending alone", null, { from: "Jan <jan@firma.pl>", text: "Hello, what is the price?" }],
];

test.each(regions)("%s: %s", (_why, region, mail) => {
  expect(readFields(aMail(mail)).region).toBe(region);
});
