import { eld } from "eld/large";
import { convert } from "html-to-text";
import { findPhoneNumbersInText } from "libphonenumber-js";
import PostalMime from "postal-mime";
import { readHtml } from "../src/pipeline/html/read-html.ts";
import { detectLanguage } from "../src/pipeline/language/language.ts";
import { normalise } from "../src/pipeline/normalise.ts";
import { chooseBodies } from "../src/pipeline/parse/bodies.ts";
import { parseMime } from "../src/pipeline/parse/mime.ts";
import { NO_CONTEXT } from "../src/pipeline/redact/context.ts";
import { findPii } from "../src/pipeline/redact/find-pii.ts";
import { labelledMail } from "./gold.ts";
import { bestOf, type Figure, type Findings, type Measurement, spread } from "./measurement.ts";

const CONTEXT = { ourAddresses: new Set<string>(), groupListIds: new Set<string>() };
const PII = { ...NO_CONTEXT, language: "en", regions: ["US", "DE"] };

/** Each step beside the library that does the nearest thing, mail by mail in turn. What is not installed is not measured. */
export const besideLibraries: Measurement = {
  name: "beside-libraries",
  title: "single steps beside libraries, on the same mails in the same run",
  async run({ quick }): Promise<Findings> {
    const rounds = quick ? 2 : 7;
    const mails = ["larkspur" as const, "tidewater" as const].flatMap(labelledMail).slice(0, quick ? 40 : undefined);
    const texts = mails.map(({ text }) => text).filter((text) => text !== "");
    const pages: string[] = [];
    for (const { raw } of mails) {
      const { blocks } = chooseBodies((await parseMime(raw)).root);
      pages.push(...blocks.flatMap(({ html }) => html ?? []));
    }
    const raws = mails.map(({ raw }) => raw);
    const figures = [
      ...(await inTurn(rounds, raws, [
        ["MIME tree: ours, over postal-mime", (raw) => parseMime(raw)],
        ["MIME and text: postal-mime alone", (raw) => PostalMime.parse(raw)],
        ["bytes to e-mail, all of it: ours", (raw) => normalise(raw, CONTEXT)],
      ])),
      ...(await inTurn(rounds, pages, [
        ["HTML to text: ours, with quotes, signatures and what is hidden", readHtml],
        ["HTML to text: html-to-text", (html) => convert(html)],
      ])),
      ...(await inTurn(rounds, texts, [
        ["language: ours", detectLanguage],
        ["language: eld large", (text) => eld.detect(text)],
      ])),
      ...(await inTurn(rounds, texts, [
        ["personal data, all kinds: ours", (text) => findPii(text, PII)],
        ["phone numbers alone: libphonenumber-js", (text) => findPhoneNumbersInText(text, "US")],
      ])),
    ];
    return {
      data: `${raws.length} labelled mails, ${pages.length} HTML parts, ${texts.length} texts x ${rounds} rounds; libraries for quoted replies and for redaction are not installed`,
      figures,
    };
  },
};

type Way<Item> = readonly [what: string, work: (item: Item) => unknown];

async function inTurn<Item>(rounds: number, items: readonly Item[], ways: readonly Way<Item>[]): Promise<Figure[]> {
  const took = ways.map((): number[][] => []);
  for (let round = -1; round < rounds; round++) {
    const times = ways.map((): number[] => []);
    for (const item of items) {
      for (const [way, [, work]] of ways.entries()) {
        const before = performance.now();
        await work(item);
        times[way]!.push(performance.now() - before);
      }
    }
    if (round >= 0) for (const [way, list] of took.entries()) list.push(times[way]!);
  }
  return ways.flatMap(([what], way) => spread(`${what}, best round`, bestOf(took[way]!), "ms"));
}
