import { expect, test } from "vitest";
import { readFields } from "../../../../src/pipeline/local/fields/fields.ts";
import { aMail, type MailParts } from "./mail.ts";

const named: [why: string, name: string | null, mail: MailParts][] = [
  ["title and degree", "Ruth Okonjo", { from: "Dr. Ruth Okonjo, PhD <r.okonjo@tarn.example>" }],
  ["family name first", "Maud Prentice", { from: "Prentice, Maud <mprentice@tarn.example>" }],
  ["shouted", "Marie-Claude Besson", { from: "MARIE-CLAUDE BESSON <mc.besson@tarn.example>", language: "fr" }],
  ["whispered", "Joey Bright", { from: "joey bright <joey@gmail.com>" }],
  ["at a company", "Dana", { from: "Dana at Crestline <dana@crestline.example>" }],
  ["via a handle", "Bea", { from: "Bea @ Homeleaf <bea@homeleaf.example>" }],
  ["particles", "Ilse van der Meer", { from: "Ilse van der Meer <ilse@tarn.example>", language: "nl" }],
  ["an initial stays", "M. Tobin", { from: "M. Tobin <mtobin@tarn.example>" }],
  ["a French M. is a title", "Henri Castel", { from: "M. Henri Castel <h.castel@tarn.example>", language: "fr" }],
  ["Phil is no degree", "Phil Rowe", { from: "Phil Rowe <phil@tarn.example>" }],
  [
    "fuller in the signature",
    "Dalia Roth",
    { from: "D. Roth <d.roth@tarn.example>", signature: "Regards,\nDalia Roth" },
  ],
  [
    "short in the signature",
    "Åsa Bergman",
    { from: "Åsa Bergman <asa.bergman@tarn.example>", signature: "Hej då\nÅsa", language: "sv" },
  ],
  [
    "an office, signed",
    "Anneliese Kurz",
    {
      from: "Buchhaltung Tarn <buchhaltung@tarn.example>",
      signature: "Freundliche Grüße\nAnneliese Kurz",
      language: "de",
    },
  ],
  [
    "an office, signed on behalf",
    "U. Grabow",
    { from: "Einkauf <einkauf@tarn.example>", signature: "i. A. U. Grabow\nTarn KG", language: "de" },
  ],
  [
    "an office that nobody signs for",
    null,
    {
      from: "Facturación Sol <facturacion@sol.example>",
      signature: "Departamento de Facturación\nSol, S.L.",
      language: "es",
    },
  ],
  [
    "Hebrew has no capitals",
    "דנה לוי",
    { from: "דנה לוי <dana.levi.tlv@gmail.com>", signature: "תודה,\nדנה", language: "he" },
  ],
  ["nor has Arabic", "أحمد الخطيب", { from: "أحمد الخطيب <a.khatib@gmail.com>", signature: "شكراً", language: "ar" }],
  ["nor Thai", "สมชาย วงศ์ไทย", { from: "สมชาย วงศ์ไทย <somchai.w@gmail.com>", language: "th" }],
  [
    "a closing and the name on one line",
    "Димитър Колев",
    { from: "Димитър Колев <d.kolev@abv.bg>", signature: "Поздрави, Димитър", language: "bg" },
  ],
  [
    "a Polish vet",
    "Magdalena Wrona",
    {
      from: "Lecznica Azor <lecznica@lecznica-azor.example>",
      signature: "Pozdrawiam\nlek. wet. Magdalena Wrona\nLecznica Azor",
      language: "pl",
    },
  ],
  [
    "greetings from a town",
    "Friedemann Lux",
    {
      from: "Kammerchor Ost <kasse@kammerchor-ost.example>",
      signature: "Herzliche Grüße aus Görlitz\n\nFriedemann Lux\nKassenwart",
      language: "de",
    },
  ],
  [
    "an office that the address spells",
    "Paula Ferrand",
    {
      from: "Oakheart Music <rights@oakheart.example>",
      signature: "Sincerely,\nPaula Ferrand\nRights & Licensing",
    },
  ],
  [
    "bookkeeping that nobody signs for",
    null,
    {
      from: "Zirkodisc Faktura <faktura@zirkodisc.example>",
      signature: "Mit freundlichen Grüßen\nZirkodisc GmbH\nDebitorenbuchhaltung",
      language: "de",
    },
  ],
  ["a company", null, { from: "Islay Ropes <procurement@islayropes.example>" }],
  [
    "first name, comma, office",
    "Hugo",
    { from: "Tarn Accounts <accounts@tarn.example>", signature: "Hugo, bookkeeping" },
  ],
  [
    "name and company on a line",
    "Reggie",
    { from: "Tarn <office@tarn.example>", signature: "Reggie / Tarn Ropeworks" },
  ],
  [
    "closing and name on a line",
    "Beate Lund",
    { from: "Tarn <post@tarn.example>", signature: "Hilsen Beate Lund, regnskap", language: "no" },
  ],
  [
    "von the company",
    "Ivonne",
    {
      from: "Putzteufel Disposition <dispo@putzteufel.example>",
      signature: "LG Ivonne von Putzteufel",
      language: "de",
    },
  ],
  [
    "a job title is no name",
    "Petra Gray",
    { from: "Estate Office <estate@hallfield.example>", signature: "Petra Gray\nEstate Secretary\nHallfield" },
  ],
  ["a trade behind the name", "Colm Hand", { from: "Colm Hand Recruitment <colm@handrecruit.example>" }],
  [
    "Japanese",
    "西村 香織",
    { from: "青空薬局 事務 <jimu@aozora.example>", signature: "青空薬局 事務\n西村 香織", language: "ja" },
  ],
  ["Korean", "박정훈", { from: "박정훈 <jhpark@hanpack.example>", language: "ko" }],
  ["Chinese", "周敏", { from: "周敏 <sales03@zip.example>", language: "zh" }],
  [
    "Cyrillic",
    "Ольга Мельник",
    { from: "Ольга Мельник <olha@tram.example>", signature: "З повагою\nОльга", language: "uk" },
  ],
  [
    "Polish office",
    "Ewa Lis",
    { from: "Księgowość <ksiegowosc@tarn.example>", signature: "Pozdrawiam serdecznie\nEwa Lis", language: "pl" },
  ],
  ["Turkish", "Mehmet Adler", { from: "Mehmet Adler <info@adler-kurs.example>", language: "tr" }],
  ["no name at all", null, { from: "x77@outlook.com", text: "where is it" }],
  [
    "only a postal line",
    null,
    { from: "Sol Ventas <ventas@sol.example>", signature: "Calle Mayor 12, 41500 Sevilla", language: "es" },
  ],
];

test.each(named)("%s: %s", (_, name, mail) => {
  expect(readFields(aMail(mail)).person_name).toBe(name);
});

const reached: [why: string, address: string | null, name: string | null, mail: MailParts][] = [
  [
    "a role mailbox that a person writes from",
    "info@tarn.example",
    null,
    { from: "Tarn <info@tarn.example>", text: "Any news?" },
  ],
  ["a newsletter", null, null, { from: "Tarn Weekly <news@tarn.example>", machine: "bulk" }],
  [
    "a newsletter that somebody signs",
    "dana@crest.example",
    "Dana",
    { from: "Dana from Crest <dana@crest.example>", machine: "bulk" },
  ],
  ["a bounce", null, null, { from: "Mail Delivery <mailer-daemon@tarn.example>", machine: "bounce" }],
  [
    "an absence note",
    "d.bell@tarn.example",
    "Duncan Bell",
    { from: "Duncan Bell <d.bell@tarn.example>", machine: "auto_reply" },
  ],
  [
    "a web form",
    "seun@bright.example",
    "Seun Bright",
    {
      from: "Website <no-reply@alderfinch.example>",
      machine: "notification",
      text: "Name: Seun Bright\nEmail: seun@bright.example\nMessage: Hi",
    },
  ],
  [
    "a web form with two name fields",
    "b.lher@free.fr",
    "Bastien Lher",
    {
      from: "Site <form@alderfinch.example>",
      machine: "notification",
      text: "Prénom : Bastien\nNom : Lher\nCourriel : b.lher@free.fr",
      language: "fr",
    },
  ],
  [
    "a notice about an applicant",
    "josefa.alb@gmail.com",
    "Josefa Alb",
    {
      from: "HireHub <apply@hirehub.example>",
      machine: "notification",
      subject: "New applicant: Packer - Josefa Alb",
      text: "E-mail: josefa.alb@gmail.com\nPhone: 555",
    },
  ],
  [
    "a program's alert",
    null,
    null,
    { from: "Hooks Monitor <monitor@pager.example>", machine: "notification", text: "Check: up" },
  ],
];

test.each(reached)("%s", (_, address, name, mail) => {
  const fields = readFields(aMail(mail));
  expect([fields.person_email, fields.person_name]).toEqual([address, name]);
});

test.each([
  ["a subdomain", "tarn.co.uk", "x@mail.shop.tarn.co.uk"],
  ["free mail", null, "x@gmail.com"],
  ["a provider's country domain", null, "x@yahoo.co.jp"],
  ["our own", null, "x@alderfinch.example"],
  ["a student", null, "x@student.uni-tarn.example"],
  ["no host", null, "x"],
])("the domain of %s", (_, domain, address) => {
  expect(readFields(aMail({ from: `Ann <${address}>` })).company_domain).toBe(domain);
});
