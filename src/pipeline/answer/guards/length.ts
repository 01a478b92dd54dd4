import { countWords } from "../../rules/rules.ts";
import type { Guard } from "./guard-context.ts";
import { withoutSignature } from "./own-text.ts";

const MOST_BULLETS = 6;
const MOST_QUESTIONS = 1;

export const length: Guard = {
  name: "length",
  person: "warns",
  look({ body }, { settings }) {
    const text = withoutSignature(body, settings);
    const { maxWords } = settings.answering;
    const words = countWords(text, maxWords * 10);
    if (words > maxWords) return `It is ${words} words long; ${maxWords} is the most.`;
    const bullets = text.split("\n").filter((line) => /^\s*(?:[-*•–]|\d+[.)])\s/.test(line)).length;
    if (bullets > MOST_BULLETS) return `It lists ${bullets} points; ${MOST_BULLETS} is the most.`;
    const questions = text.split(/[?？؟]+/).length - 1;
    return questions > MOST_QUESTIONS ? `It asks ${questions} questions; one is the most.` : undefined;
  },
};
