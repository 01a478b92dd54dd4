import { describe, expect, test } from "vitest";
import { coversOf, coversWords } from "../../../src/domain/permit.ts";
import { openCommitments } from "../../../src/pipeline/answer/open-commitments.ts";
import { anAnswer, aPassage, ownWords } from "./an-answer.ts";

const said = (body: string) => coversWords(coversOf(openCommitments(anAnswer(body))));

describe("what is committed to, and how much", () => {
  test.each([
    ["We give you 10 % off.", "discount of 10 %"],
    ["We can offer you ten percent off your next order.", "discount of 10 %"],
    ["We will refund you $49.50 today.", "refund of 49.5 USD"],
    ["We will refund it to your credit card.", "refund"],
    ["We refund 40 EUR for the bag. We also refund 40 EUR for the tent.", "refund of 80 EUR"],
    ["You get a voucher of £20.", "credit of 20 GBP"],
    ["You get 15 EUR.", "credit of 15 EUR"],
    ["You will get it.", "guarantee or promise"],
    ["We guarantee delivery within 5 days.", "guarantee or promise"],
    ["I have cancelled your subscription.", "change to an order or account"],
    ["This is free of charge for you.", "discount"],
    ["Wir erstatten Ihnen 30 EUR.", "refund of 30 EUR"],
    ["Sie erhalten 10 Prozent Rabatt.", "discount of 10 %"],
    ["Nous vous remboursons 12,50 €.", "refund of 12.5 EUR"],
    ["Le reembolsaremos 10 EUR.", "refund of 10 EUR"],
    ["Feel free to write again.", ""],
    ["Refunds take ten days.", ""],
    ["Which order would you like to cancel?", ""],
  ])("%s → %s", (body, expected) => expect(said(body)).toBe(expected));

  test("two kinds in one answer are two", () =>
    expect(said("We will refund you 20 EUR. You also get 10 % off the next one.")).toBe(
      "refund of 20 EUR, discount of 10 %",
    ));

  test("what an article or a template of the company's own promises to all is not asked for", () => {
    expect(openCommitments(ownWords("We refund it within five days."))).toEqual([]);
    const generous = aPassage("We refund a duplicate charge within five days.");
    expect(openCommitments(anAnswer("We refund a duplicate charge. [P1]", [generous]))).toEqual([]);
    expect(openCommitments(anAnswer("We refund a duplicate charge.", [generous]))).toHaveLength(1);
  });
});
