import { expect, test } from "vitest";
import { decodeHeaderText, Headers, parseAddresses, parseDate } from "../../src/pipeline/parse/headers.ts";

test.each([
  { value: "Mon, 5 Oct 2026 09:05:11 +0200", iso: "2026-10-05T07:05:11.000Z" },
  { value: "5 Oct 2026 09:05 GMT", iso: "2026-10-05T09:05:00.000Z" },
  { value: "Mon, 05 Oct 26 09:05:11 EST", iso: "2026-10-05T14:05:11.000Z" },
  { value: "Mon, 5 Oct 2026 09:05:11 +0200 (CEST (summer))", iso: "2026-10-05T07:05:11.000Z" },
  { value: "Monday, 5-Oct-2026 09.05.11 +0200", iso: "2026-10-05T07:05:11.000Z" },
  { value: "Mon Oct  5 09:05:11 2026", iso: "2026-10-05T09:05:11.000Z" },
  { value: "Oct 5, 2026 9:05 PM -0700", iso: "2026-10-06T04:05:00.000Z" },
  { value: "2026-10-05T09:05:11+02:00", iso: "2026-10-05T07:05:11.000Z" },
  { value: "Mon, 5 Oct 2026 09:05:11 +9900", iso: "2026-10-05T09:05:11.000Z" },
])("$value is $iso", ({ value, iso }) => {
  expect(new Date(parseDate(value) ?? Number.NaN).toISOString()).toBe(iso);
});

test.each(["", "yesterday", "Mon, 45 Oct 2026 09:05", "32.13.2026", "Thu, 1 Foo 2026 10:00"])(
  "%o is no date",
  (value) => {
    expect(parseDate(value)).toBeUndefined();
  },
);

test.each([
  { value: "Ann Lee <Ann@X.example>", expected: [{ name: "Ann Lee", address: "ann@x.example" }] },
  {
    value: '"Lee, Ann" <ann@x.example>, bo@x.example',
    expected: [
      { name: "Lee, Ann", address: "ann@x.example" },
      { name: undefined, address: "bo@x.example" },
    ],
  },
  { value: "=?utf-8?q?J=C3=B6rg?= <j@x.example>", expected: [{ name: "Jörg", address: "j@x.example" }] },
  { value: "'Ann Lee' <ann@x.example>", expected: [{ name: "Ann Lee", address: "ann@x.example" }] },
  { value: "ann@x.example <ann@x.example>", expected: [{ name: undefined, address: "ann@x.example" }] },
  {
    value: "Team: ann@x.example, bo@x.example;",
    expected: [
      { name: undefined, address: "ann@x.example" },
      { name: undefined, address: "bo@x.example" },
    ],
  },
  { value: "undisclosed-recipients:;", expected: [] },
  { value: "Ann (office) <ann(home)@x. example>", expected: [{ name: "Ann", address: "ann@x.example" }] },
  { value: "<@relay.example:ann@x.example>", expected: [{ name: undefined, address: "ann@x.example" }] },
  { value: "Catherine", expected: [] },
])("addresses in $value", ({ value, expected }) => {
  expect(parseAddresses(value)).toEqual(expected);
});

test.each([
  { value: "=?iso-8859-1?Q?Gr=FC=DFe?= aus =?utf-8?B?S8O2bG4=?=", text: "Grüße aus Köln" },
  { value: "=?utf-8?q?one?=\n =?utf-8?q?_two?=", text: "one two" },
  { value: "=?unknown?x?broken?=", text: "=?unknown?x?broken?=" },
  { value: "a\t b\r\n c", text: "a b c" },
])("$value reads as $text", ({ value, text }) => {
  expect(decodeHeaderText(value)).toBe(text);
});

test("the first of two headers counts, ids lose their repeats", () => {
  const headers = new Headers([
    { key: "subject", value: "first" },
    { key: "subject", value: "second" },
    { key: "references", value: "<a@x>\n <b@x> <a@x> junk <c@x" },
    { key: "in-reply-to", value: "c@x.example" },
  ]);
  expect(headers.text("subject")).toBe("first");
  expect(headers.ids("references")).toEqual(["<a@x>", "<b@x>"]);
  expect(headers.ids("in-reply-to")).toEqual(["<c@x.example>"]);
});
