import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Draft } from "../../../src/domain/draft.ts";
import type { Email } from "../../../src/domain/email.ts";
import { GUARDS, guard } from "../../../src/pipeline/answer/guard.ts";
import type { GuardContext } from "../../../src/pipeline/answer/guards/guard-context.ts";
import { aMail, anAnswer, aPassage, ownWords, settings } from "./an-answer.ts";

let email: Email;
beforeAll(async () => {
  email = await aMail();
});
const context = (more: Partial<GuardContext> = {}): GuardContext => ({
  email,
  settings: settings(),
  stopLine: undefined,
  ...more,
});
const said = (name: string, draft: Draft, more: Partial<GuardContext> = {}) => {
  const { holds, warnings } = guard(draft, context(more));
  return [...holds, ...warnings].find((one) => one.guard === name)?.reason;
};
const objects = (name: string, draft: Draft, more: Partial<GuardContext> = {}) => said(name, draft, more) !== undefined;

const REFUNDS = aPassage(
  "You may return unused goods within 60 days of delivery. The refund goes to the original way of payment within ten working days. A label costs $5 in the US and 12 € in the EU, 10 % less in Team. The sale ends on 4 October 2026 at 13:00. See `larkspur.example/returns` or https://carrier.test/track.",
);
const cited = (sentence: string) => anAnswer(sentence, [REFUNDS]);

describe("claims: a statement stands on an article", () => {
  test.each([
    ["cited and about it", "You may return unused goods within 60 days. [P1]", false],
    ["not cited", "You may return unused goods within 60 days.", true],
    ["cited, but a mark that names no passage", "You may return unused goods within 60 days. [P7]", true],
    ["cited, but about something else", "Our office dog is called Rufus. [P1]", true],
    [
      "thanks, regret and follow-up",
      "Thank you for your message. I am sorry about the trouble. I will look into it and come back to you.",
      false,
    ],
    ["a claim riding on thanks", "Thank you for your message, the parcel is on its way.", true],
    ["a claim behind a dash", "Thank you for your patience – the parcel left yesterday.", true],
    ["a question", "Which order is it about?", false],
    ["a question that promises", "Did you know that you will get a full refund?", true],
    ["German politeness", "Vielen Dank für Ihre Nachricht. Es tut mir leid. Ich kümmere mich darum.", false],
    ["a German claim", "Das Paket ist unterwegs.", true],
    ["the company's own words", ["own", "We ship on Mondays."], false],
  ])("%s", (_name, text, expected) => {
    const draft = typeof text === "string" ? cited(text) : ownWords(text[1]!);
    expect(objects("claims", draft)).toBe(expected);
  });
  test("a sentence that quotes an article it does not cite", () => {
    const draft = cited("You may return unused goods within 60 days of delivery. [P1]");
    expect(objects("claims", { ...draft, sentences: [] })).toBe(false);
    const began = { ...draft, body: draft.body.replace("You may", "you may"), sentences: [] };
    expect(began.body).toContain("you may");
    expect(objects("claims", began)).toBe(false);
  });
});

describe("figures: exactly the article's", () => {
  test.each([
    ["the same days", "You have 60 days. [P1]", false],
    ["other days", "You have 90 days. [P1]", true],
    ["the same number of another unit", "You have 60 weeks. [P1]", true],
    ["working days as days", "The refund takes ten days. [P1]", true],
    ["a number written out", "The refund takes 10 business days. [P1]", false],
    ["the same in German", "Die Erstattung dauert 10 Arbeitstage. [P1]", false],
    ["another in German", "Die Erstattung dauert fünf Arbeitstage. [P1]", true],
    ["the price", "A label costs $5. [P1]", false],
    ["the price, written after", "A label costs 5 USD, or €12 in Europe. [P1]", false],
    ["another price", "A label costs $50. [P1]", true],
    ["another currency", "A label costs 5 €. [P1]", true],
    ["the share", "That is 10% less. [P1]", false],
    ["another share", "That is 100 % less. [P1]", true],
    ["the day, told another way", "The sale ends on October 4, 2026. [P1]", false],
    ["the day without its year", "The sale ends on 4 October. [P1]", false],
    ["another day", "The sale ends on 5 October. [P1]", true],
    ["the hour", "It ends at 1 pm. [P1]", false],
    ["another hour", "It ends at 14:00. [P1]", true],
    ["the plan", "That is so in Team. [P1]", false],
    ["another plan", "That is so in Enterprise. [P1]", true],
    ["a plan in a question", "Are you in Enterprise?", false],
    ["a word like a plan", "I will ask my team.", false],
    ["a figure that only the customer's mail has", "You get 500 days. [P1]", true],
  ])("%s", (_name, text, expected) => expect(objects("figures", cited(text))).toBe(expected));
});

describe("phrases: the company's own list", () => {
  const more = { settings: settings({ answering: { prohibitedPhrases: ["lifetime deal", "as soon as possible"] } }) };
  test.each([
    ["word for word", "This is a lifetime deal.", true],
    ["in capitals, over a line", "This is a LIFETIME\ndeal.", true],
    ["with something invisible inside", "A life\u200btime deal", true],
    ["in another script's letters", "A ｌｉｆｅｔｉｍｅ deal", true],
    ["between stars", "A **lifetime** deal", true],
    ["part of another word", "A lifetime dealership", false],
    ["only half of it", "It lasts a lifetime.", false],
  ])("%s", (_name, body, expected) => expect(objects("phrases", anAnswer(body), more)).toBe(expected));
});

describe("promises: money, price, account", () => {
  test.each([
    ["a refund", "We will refund you today.", true],
    ["a refund that is done", "Your refund has been issued.", true],
    ["a discount", "We can offer you 20 % off.", true],
    ["a cancelled account", "I have cancelled your subscription.", true],
    ["a guarantee", "We guarantee it.", true],
    ["German", "Wir erstatten Ihnen den Betrag.", true],
    ["German, the other way round", "Gern schreiben wir den Betrag gut: Sie erhalten eine Gutschrift.", true],
    ["French", "Nous vous remboursons.", true],
    ["Spanish", "Le reembolsaremos mañana.", true],
    ["Japanese", "全額返金いたします。", true],
    ["an article about refunds", "Refunds are decided by the returns desk.", false],
    [
      "what the article promises to all, cited",
      "You may return goods, and the refund goes to the original way of payment. [P1]",
      false,
    ],
    ["asking about a cancellation", "Which order would you like to cancel?", false],
    ["coming back to somebody", "I will come back to you about your refund.", false],
    ["credit card", "Please never send us a credit card number.", false],
  ])("%s", (_name, text, expected) => expect(objects("promises", cited(text))).toBe(expected));
  test("cited from an article that promises it", () => {
    const generous = aPassage("A duplicate charge is always refunded: we refund it within five days.");
    expect(objects("promises", anAnswer("We refund a duplicate charge. [P1]", [generous]))).toBe(false);
    expect(objects("promises", anAnswer("We refund a duplicate charge.", [generous]))).toBe(true);
  });
  test("nobody may without having been allowed to", () => {
    const draft = anAnswer("We will refund you 20 EUR today. You also get 10 % off.");
    const { holds } = guard(draft, context({ by: "person" }));
    expect(holds.map((one) => one.guard)).toEqual(["promises"]);
    expect(holds[0]!.reason).toContain("refund of 20 EUR, discount of 10 %");
  });
  test("what another system answered grants nothing", () => {
    const record = { title: "orders", quote: "We will refund you.", language: "en", id: "P1" };
    const sentences = [{ text: "We will refund you.", sources: ["P1"] }];
    const said = (more: object) =>
      anAnswer("We will refund you.", [], { sentences, citations: [{ ...record, ...more }] });
    expect(objects("promises", said({}))).toBe(false);
    expect(objects("promises", said({ record: { tool: "orders", lookedUpAt: 1 } }))).toBe(true);
  });
});

describe("slots: nothing is left to fill in", () => {
  test.each([
    ["Hello ‹name›,", true],
    ["Hello {{customer_name}},", true],
    ["Your order [[order]]", true],
    ["Write to [EMAIL_1].", true],
    ["Dear [Your Name],", true],
    ["See [P3].", true],
    ["Your order TODO", true],
    ["Your order is [sic] late", false],
    ["The todo list is on page [2].", false],
    ["Write {braces} as you like", false],
  ])("%s", (body, expected) => expect(objects("slots", anAnswer("x", [], { body }))).toBe(expected));
  test("a customer's subject may have brackets", () =>
    expect(objects("slots", anAnswer("Hello", [], { subject: "Re: [Ticket_12] [Your order]" }))).toBe(false));
});

describe("links: only allowed sites", () => {
  const more = { settings: settings({ answering: { linkAllowList: ["status.test"] } }) };
  test.each([
    ["ours", "See https://larkspur.example/pricing.", false],
    ["a part of ours", "See app.larkspur.example/login", false],
    ["on the list", "See https://status.test/now", false],
    ["another", "See https://evil.test/", true],
    ["ours as the beginning of another", "See https://larkspur.example.evil.test/", true],
    ["ours as the end of another", "See https://evillarkspur.example/", true],
    ["ours as a user name", "See https://larkspur.example@evil.test/", true],
    ["ours behind a backslash", "See https://evil.test\\@larkspur.example/", true],
    ["without a scheme", "See www.evil.com", true],
    ["bare, as mail programs link it", "See evil.com for more", true],
    ["bare with a path", "See evil.test/refund", true],
    ["another scheme", "See ftp://evil.test/x", true],
    ["script", "See javascript:alert(1)", true],
    ["letters that look alike", "See https://lаrkspur.example/", true],
    ["invisible letters inside", "See https://evil\u200b.com/", true],
    ["an abbreviation, a version, a file", "E.g. version 2.10, file report.pdf, i.e. now.Then go on", false],
    ["the mailbox that answers", "Write to support@larkspur.example", false],
    ["an address of ours that nobody has named", "Write to ceo@larkspur.example", true],
  ])("%s", (_name, body, expected) => expect(objects("links", anAnswer(body), more)).toBe(expected));
  test("an address of ours in an article, or in a person's own words", () => {
    const billing = aPassage("Invoices are sent by billing@larkspur.example.", { key: "a.md#text" });
    const body = "Invoices are sent by billing@larkspur.example. [P1]";
    expect(objects("links", anAnswer(body, [billing]), more)).toBe(false);
    expect(objects("links", anAnswer("Write to mia@larkspur.example"), { ...more, by: "person" })).toBe(false);
  });
  test.each([
    ["the page", "Track it at https://carrier.test/track. [P1]", false],
    ["the page, written otherwise", "Track it at HTTPS://www.Carrier.test/track/, please. [P1]", false],
    ["the page, bare", "Track it at carrier.test/track [P1]", false],
    ["another page", "Track it at https://carrier.test/evil. [P1]", true],
    ["a page below", "Track it at https://carrier.test/track/evil. [P1]", true],
    ["with an anchor", "Track it at https://carrier.test/track#evil [P1]", true],
    ["its front page", "Track it at carrier.test/ [P1]", true],
    ["with a user name", "Track it at https://evil@carrier.test/track [P1]", true],
    ["another port", "Track it at https://carrier.test:8443/track [P1]", true],
    ["another site", "Track it at https://carrier2.test/track. [P1]", true],
  ])("what the cited article names: %s", (_name, body, expected) =>
    expect(objects("links", cited(body))).toBe(expected),
  );
});

describe("secrets and personal data", () => {
  test.each([
    ["a card", "Your card 4111 1111 1111 1111 was charged.", "machine", true],
    ["a card, by a person", "Your card 4111 1111 1111 1111 was charged.", "person", true],
    ["sixteen digits that are no card", "Your parcel 4111 1111 1111 1112 left.", "person", false],
    ["somebody's phone", "Call +1 212 555 0187.", "machine", true],
    ["a phone that a person writes", "Call +1 212 555 0187.", "person", false],
    ["somebody's address", "Write to eve@evil.example.", "machine", true],
    ["our own address", "Write to support@larkspur.example.", "machine", false],
  ] as const)("%s", (_name, body, by, expected) => expect(objects("secrets", anAnswer(body), { by })).toBe(expected));
  test("what the cited article or the signature shows is not a secret", () => {
    const phone = aPassage("Call +1 503 555 0100 if in doubt.");
    expect(objects("secrets", anAnswer("Please call +1 503 555 0100. [P1]", [phone]))).toBe(false);
    const signed = settings({ answering: { signature: "IBAN DE89 3704 0044 0532 0130 00" } });
    expect(objects("secrets", anAnswer("Pay to DE89 3704 0044 0532 0130 00."), { settings: signed })).toBe(false);
    expect(objects("secrets", anAnswer("Pay to DE89 3704 0044 0532 0130 00."))).toBe(true);
  });
});

describe("length and form", () => {
  const words = (count: number) => Array.from({ length: count }, () => "word").join(" ");
  test.each([
    ["as long as may be", words(120), false],
    ["a word more", words(121), true],
    ["the signature does not count", `${words(119)}\nLarkspur`, false],
    ["six points", Array.from({ length: 6 }, () => "- one").join("\n"), false],
    ["seven points", Array.from({ length: 7 }, () => "- one").join("\n"), true],
    ["one question", "Which order?", false],
    ["two questions", "Which order? Which day?", true],
  ])("%s", (_name, body, expected) => expect(objects("length", anAnswer("x", [], { body }))).toBe(expected));
});

describe("language", () => {
  const GERMAN = "Guten Tag, wie lange haben wir denn noch Zeit, bis unser Testzugang endet und was kostet er danach?";
  const ANSWER = "Sie können den Zugang jederzeit in den Einstellungen verlängern, dort steht auch, wann er abläuft.";
  test.each([
    ["German to German", GERMAN, ANSWER, "de", false],
    [
      "English to German",
      GERMAN,
      "You can extend the trial at any time in the settings, where its last day is shown as well.",
      "en",
      true,
    ],
    [
      "English to German, said to be German",
      GERMAN,
      "You can extend the trial at any time in the settings, where its last day is shown as well.",
      "de",
      true,
    ],
    ["to a mail too short to tell", "Ok, thx", ANSWER, "de", false],
  ])("%s", async (_name, mail, body, language, expected) =>
    expect(objects("language", anAnswer("x", [], { body, language }), { email: await aMail({ text: mail }) })).toBe(
      expected,
    ),
  );
});

describe("recipients, header, empty", () => {
  test("the writer may be answered, a stranger may not, unless a person chose them", () => {
    const stranger = anAnswer("Hello", [], { cc: [{ address: "eve@evil.example" }] });
    expect(objects("recipients", anAnswer("Hello"))).toBe(false);
    expect(objects("recipients", stranger)).toBe(true);
    expect(objects("recipients", stranger, { chosenRecipients: ["eve@evil.example"] })).toBe(false);
    expect(objects("recipients", anAnswer("Hello", [], { to: [] }))).toBe(true);
  });
  test("a line break in a name or the subject would be a header of its own", () => {
    expect(objects("header", anAnswer("Hello", [], { subject: "Re: a\r\nBcc: eve@evil.example" }))).toBe(true);
    expect(
      objects("header", anAnswer("Hello", [], { cc: [{ name: "a\nBcc: b", address: "orla@quayside.example" }] })),
    ).toBe(true);
    expect(objects("header", anAnswer("Hello"))).toBe(false);
  });
  test("nothing is no answer", () => {
    expect(objects("empty", anAnswer("Hello", [], { body: " \n" }))).toBe(true);
    expect(objects("empty", anAnswer("Hello"))).toBe(false);
  });
});

describe("stop lines", () => {
  test.each([
    ["a legal matter", { riskFlags: ["legal"] as const }, true],
    ["orders to a machine", { stopLine: "prompt_injection" }, true],
    ["a line without words of its own", { stopLine: "board" }, true],
    ["a refund is no stop line", { riskFlags: ["refund"] as const }, false],
    ["nothing", {}, false],
    ["a person answers", { stopLine: "legal", by: "person" as const }, false],
  ])("%s", (_name, more, expected) => expect(objects("stop-line", anAnswer("Hello"), more)).toBe(expected));
});

test("what bars a machine and what a person may pass is the table in docs/answers.md", () => {
  const table = readFileSync(path.join(import.meta.dirname, "../../../docs/answers.md"), "utf8");
  const rows = [...table.matchAll(/^\| `([a-z-]+)` \|.*\| (bars|warns|passes)\b[^|]*\|$/gm)].map(([, name, person]) => [
    name,
    person,
  ]);
  expect(rows).toEqual(GUARDS.map(({ name, person }) => [name, person]));
});
