import fc from "fast-check";
import { expect, test } from "vitest";
import { NO_CONTEXT, type RedactionContext } from "../../../src/pipeline/redact/context.ts";
import { findPii } from "../../../src/pipeline/redact/find-pii.ts";
import { Placeholders } from "../../../src/pipeline/redact/placeholders.ts";
import { redact } from "../../../src/pipeline/redact/redact.ts";
import { restore } from "../../../src/pipeline/redact/restore.ts";
import { valueKey } from "../../../src/pipeline/redact/value-key.ts";
import { ADDRESSES } from "./cases/addresses.ts";
import { ACCOUNTS } from "./cases/banks.ts";
import { CARDS } from "./cases/cards.ts";
import { BIRTHS } from "./cases/dates-of-birth.ts";
import { EMAILS } from "./cases/emails.ts";
import { NATIONAL_IDS, PASSPORTS, SSNS } from "./cases/ids.ts";
import { PHONES } from "./cases/phones.ts";
import { KEYS, PASSWORDS } from "./cases/secrets.ts";
import { cardsIn, leaks } from "./leak-check.ts";
import { unmark } from "./marked.ts";

const context: RedactionContext = { ...NO_CONTEXT, language: "en", regions: ["US"] };
const SENTENCES = [ADDRESSES, ACCOUNTS, CARDS, BIRTHS, EMAILS, NATIONAL_IDS, PASSPORTS, SSNS, PHONES, KEYS, PASSWORDS]
  .flat()
  .map(({ text }) => unmark(text, "email").text);

/** Mail as it comes: sentences with something in them, numbers, odd characters, placeholders that a sender typed. */
const piece = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...SENTENCES) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 30 }) },
  { weight: 2, arbitrary: fc.stringMatching(/^[0-9 .\-/()+@:\n]{1,40}$/) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "[PHONE_1]",
      "[EMAIL_2]",
      "[CREDIT_CARD_1]",
      "[LITERAL_1]",
      "password:",
      "card",
      "\u200b",
    ),
  },
);
const mail = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(" "));

test("spans are in order, inside the text and never overlap", () => {
  fc.assert(
    fc.property(mail, (text) => {
      let last = 0;
      for (const { start, end, reason } of findPii(text, context)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(reason).not.toBe("");
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 200 },
  );
});

test("redacting twice is redacting once", () => {
  fc.assert(
    fc.property(mail, (text) => {
      const placeholders = new Placeholders();
      const once = redact(text, placeholders, context).text;
      expect(redact(once, placeholders, context).text).toBe(once);
    }),
    { numRuns: 200 },
  );
});

test("text outside the spans is unchanged", () => {
  fc.assert(
    fc.property(mail, (text) => {
      const { text: out, spans } = redact(text, new Placeholders(), context);
      const kept: string[] = [];
      let at = 0;
      for (const { start, end } of spans) {
        kept.push(text.slice(at, start));
        at = end;
      }
      kept.push(text.slice(at));
      let from = 0;
      for (const part of kept) {
        const place = out.indexOf(part, from);
        expect(place).toBeGreaterThanOrEqual(from);
        from = place + part.length;
      }
      const tokens = out.length - kept.reduce((sum, part) => sum + part.length, 0);
      expect(tokens === 0).toBe(spans.length === 0);
    }),
    { numRuns: 200 },
  );
});

/** One value in two spellings comes back in the first one: then only the spelling may differ. */
const spellsTwice = (text: string): boolean => {
  const spellings = new Map<string, Set<string>>();
  for (const { kind, start, end } of findPii(text, context)) {
    const value = text.slice(start, end);
    const key = `${kind} ${valueKey(kind, value)}`;
    spellings.set(key, (spellings.get(key) ?? new Set()).add(value));
  }
  return [...spellings.values()].some((values) => values.size > 1);
};

test("what was masked can be put back", () => {
  fc.assert(
    fc.property(mail, (text) => {
      fc.pre(!spellsTwice(text));
      const placeholders = new Placeholders();
      expect(restore(redact(text, placeholders, context).text, placeholders)).toBe(text);
    }),
    { numRuns: 200 },
  );
});

test("a sender who types placeholders in a second mail gets them back as typed", () => {
  fc.assert(
    fc.property(mail, mail, (first, second) => {
      fc.pre(!spellsTwice(`${first}\n\n${second}`) && !spellsTwice(second));
      const placeholders = new Placeholders();
      redact(first, placeholders, context);
      fc.pre(!placeholders.knows(second));
      const restored = restore(redact(second, placeholders, context).text, placeholders);
      const typed = (text: string) => text.match(/\[[A-Z_]+_\d+\]/g) ?? [];
      expect(typed(restored)).toEqual(typed(second));
    }),
    { numRuns: 150 },
  );
});

const CARD = fc.constantFrom(
  "4111111111111111",
  "5555555555554444",
  "378282246310005",
  "4012888888881881",
  "5105105105105100",
);
const GAP = fc.constantFrom(
  "",
  "",
  "",
  " ",
  "-",
  ".",
  "\u00a0",
  "\u200b",
  "\u2009",
  "\n",
  " \n",
  "\u2011",
  "–",
  " - ",
  "_",
  "/",
  "\u00ad",
  "&nbsp;",
);
const LOOK = fc.constantFrom(0x30, 0xff10, 0x660, 0x6f0, 0x966, 0xe50);

test("no confirmed card number survives, however it is spaced and in whatever digits", () => {
  fc.assert(
    fc.property(
      CARD,
      fc.array(GAP, { minLength: 16, maxLength: 16 }),
      LOOK,
      fc.constantFrom("Hi, ", "card: ", "a\n", "(", "num. "),
      (card, gaps, zero, lead) => {
        const written = Array.from(
          card,
          (digit, at) => String.fromCodePoint(zero + Number(digit)) + (at < card.length - 1 ? gaps[at] : ""),
        ).join("");
        const text = `${lead}${written}\nthanks`;
        const out = redact(text, new Placeholders(), context).text;
        expect(cardsIn(out)).toEqual([]);
        expect(out).toContain("[CREDIT_CARD_1]");
      },
    ),
    { numRuns: 400 },
  );
});

test("nothing that was found can be read in what is left", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 4 }), (sentences) => {
      const text = sentences.join("\n\n");
      const { text: out, spans } = redact(text, new Placeholders(), context);
      expect(leaks(text, spans, out)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
