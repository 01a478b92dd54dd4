import { draftInstructions } from "../draft-prompt.ts";
import type { Guard } from "./guard-context.ts";
import { readable } from "./phrases.ts";

/** A machine that speaks of itself instead of the matter. */
const OF_ITSELF =
  /\b(?:language model|system prompt|(?:my|these) (?:\p{L}+ )?(?:instructions|prompts?|rules|guidelines) (?:are|is|say|tell|were|:)|i (?:was|am|have been) (?:told|instructed|programmed|trained|asked) to)|my (?:instructions|rules|prompt)\b|sprachmodell|(?:meine|meinen) (?:anweisungen|vorgaben|regeln)|mod[èe]le de langage|mes (?:instructions|consignes|règles)|modelo de lenguaje|mis (?:instrucciones|reglas)|modello linguistico|le mie (?:istruzioni|regole)|modelo de linguagem|(?:as )?minhas (?:instruções|regras)|taalmodel|mijn (?:instructies|regels)|model językowy|moje (?:instrukcje|zasady)|språkmodell|sprogmodel|mina (?:instruktioner|regler)|mine (?:instruktioner|instrukser|regler)|kielimalli|ohjeeni|jazykový model|moje (?:pokyny|instrukce)|言語モデル|私の(?:指示|ルール|プロンプト)|语言模型|我的(?:指令|指示|规则)/iu;

/** So many words in a row are no coincidence. */
const IN_A_ROW = 5;

export const instructions: Guard = {
  name: "instructions",
  person: "passes",
  look({ body, language }, { settings }) {
    const text = readable(body);
    const said = OF_ITSELF.exec(text)?.[0] ?? quoted(text, draftInstructions(settings, language));
    return said ? `"${said.slice(0, 60)}" speaks of the machine's instructions, not of the matter.` : undefined;
  },
};

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];

function quoted(text: string, source: string): string | undefined {
  const whole = ` ${wordsOf(source).join(" ")} `;
  const words = wordsOf(text);
  for (let at = 0; at + IN_A_ROW <= words.length; at++) {
    const run = words.slice(at, at + IN_A_ROW).join(" ");
    if (whole.includes(` ${run} `)) return run;
  }
  return undefined;
}
