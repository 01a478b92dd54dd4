import { plainText } from "../article.ts";
import type { Guard } from "./guard-context.ts";
import { ownTexts } from "./own-text.ts";

/** Ways to write a word so that a reader sees it and a rule does not. What the company itself writes so is its own business. */
const TRICKS: readonly (readonly [RegExp, string])[] = [
  [/[\u202A-\u202E\u2066-\u2069]/u, "turns words around"],
  [/[\u0334-\u0338]/u, "strikes letters through"],
  [/(?!\d)\p{Nd}|[\u2460-\u24FF\u2776-\u2793]/u, "writes numbers in other digits"],
  [
    /\p{Script=Latin}\p{M}*[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{M}*\p{Script=Latin}/u,
    "mixes alphabets within a word",
  ],
  [
    /(?<![\p{L}\p{N}])(?:[\p{Script=Latin}\p{Script=Cyrillic}][-._·* ]){4,}[\p{Script=Latin}\p{Script=Cyrillic}](?![\p{L}\p{N}])/u,
    "spells a word letter by letter",
  ],
  [/(?<![\p{L}\p{N}-])\p{Ll}*\p{L}\d+\p{Ll}{2,}/u, "puts digits in the place of letters"],
  [
    /(?<![\w/+=-])(?=[A-Za-z0-9+/=]{16,})(?=[^\s]*[a-z][A-Z][^\s]*[a-z0-9][A-Z])[A-Za-z0-9+/=]{16,}/u,
    "holds a coded text",
  ],
];

export const letters: Guard = {
  name: "letters",
  person: "warns",
  look({ body, citations }, { settings }) {
    const own = [...ownTexts(settings), settings.company.name, ...citations.map(({ quote }) => plainText(quote))].join(
      "\n",
    );
    // Wide forms of digits are how Japanese writes them.
    const text = body.replace(/[\uFF10-\uFF19]/gu, (digit) => digit.normalize("NFKC"));
    for (const [pattern, does] of TRICKS) {
      const found = pattern.exec(text)?.[0];
      if (found && !own.includes(found)) return `It ${does}: a person should see what it really says.`;
    }
    return undefined;
  },
};
