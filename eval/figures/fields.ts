import { Entities } from "../../src/domain/decision.ts";

/** How what was read into a field is held against its label; `eval/gold/GUIDE.md` says what each field means. */

export type Field = keyof Entities;
export const FIELDS = Object.keys(Entities.shape) as Field[];

/** Right, wrong and missed values; mails where everything was right; mails where the label has a value, and those right. */
export interface Tally {
  hit: number;
  wrong: number;
  missed: number;
  exact: number;
  mails: number;
  withValue: number;
  exactWithValue: number;
}
export const newTally = (): Tally => ({
  hit: 0,
  wrong: 0,
  missed: 0,
  exact: 0,
  mails: 0,
  withValue: 0,
  exactWithValue: 0,
});

/** Legal forms, marks and spelling aside: "Müller Verpackung GmbH" is "Müller Verpackung". */
const LEGAL =
  /[\s,]+(?:gmbh(?: & co\.? kg)?|ag|kg|ohg|inc|llc|llp|ltd|limited|plc|corp|co|pvt|pty|pty ltd|pvt ltd|co ltd|bv|nv|sas|sarl|sa|srl|spa|sl|ab|as|oy|aps|sp z o ?o|s ?r ?o|lda|ltda|kft)$/;

function sameValue(field: Field, value: unknown): string {
  const text = String(value).normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  if (field === "phone") return text.replace(/\D/g, "");
  if (field !== "company_name") return text;
  let name = text.replace(/[.,]/g, "").trim();
  for (let before = ""; before !== name; ) {
    before = name;
    name = name.replace(LEGAL, "");
  }
  return name.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

export function valuesOf(field: Field, entities: Partial<Entities>): string[] {
  const value = entities[field];
  const list = Array.isArray(value)
    ? value
    : value === null || value === undefined || value === "unknown"
      ? []
      : [value];
  return [...new Set(list.map((one) => sameValue(field, one)))].sort();
}

/** Lenient: "Nordlys Design" and "Nordlys Design Studio" name one company; the sets' labels often stop where the domain does. */
const isSame = (field: Field, one: string, other: string, lenient: boolean): boolean =>
  one === other ||
  (field === "company_name" && lenient && (one.startsWith(`${other} `) || other.startsWith(`${one} `)));

/** Adds one mail to the tally; true when everything was right. */
export function count(field: Field, tally: Tally, wanted: string[], got: string[], lenient = false): boolean {
  const hits = got.filter((value) => wanted.some((one) => isSame(field, one, value, lenient))).length;
  const same = wanted.length === got.length && hits === got.length;
  tally.hit += hits;
  tally.wrong += got.length - hits;
  tally.missed += wanted.length - hits;
  tally.mails += 1;
  tally.exact += same ? 1 : 0;
  tally.withValue += wanted.length > 0 ? 1 : 0;
  tally.exactWithValue += wanted.length > 0 && same ? 1 : 0;
  return same;
}
