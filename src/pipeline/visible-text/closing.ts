import { firstFilled } from "./appendix.ts";
import { FORMULAS } from "./closing-formulas.ts";
import { THANKS } from "./closing-thanks.ts";
import { fold } from "./fold.ts";
import { isBlank, type Line, words } from "./line.ts";
import { alternatives } from "./patterns.ts";
import { endsSentence, isBoilerplate, isPostscript, isProse } from "./prose.ts";
import { looksLikeName, type SenderNames } from "./sender-name.ts";

const FORMULA_SOURCE = fold(alternatives(FORMULAS));
const THANK_SOURCE = fold(alternatives(THANKS));
const FORMULA = new RegExp(`^(?:${FORMULA_SOURCE})$`, "u");
const THANK = new RegExp(`^(?:${THANK_SOURCE})$`, "u");
/** Where a closing, or the first of several pieces, may end: most lines do not even begin like one. */
const PIECE_END = String.raw`(?=$|[\s,.!;:–—/|-])`;
const BEGINS = new RegExp(`^(?:${`${FORMULA_SOURCE}|${THANK_SOURCE}`.replaceAll("$", PIECE_END)})${PIECE_END}`, "u");

/** Corporate signatures with awards and social links run to 25 lines. */
export const MAX_SIGNATURE = 30;

/** The closing formula nearest to the end with nothing but a signature behind it. */
export function closingAt(lines: readonly Line[], end: number, sender: SenderNames): number | undefined {
  const first = firstFilled(lines, end);
  let filled = 0;
  for (let at = end - 1; at > first && filled <= MAX_SIGNATURE; at--) {
    const text = lines[at]?.text ?? "";
    if (isBlank(text)) continue;
    filled++;
    const kind = closingKind(text, sender);
    if (kind !== undefined) return closes(kind, lines, at, end, sender) ? at : undefined;
    if (isProse(text) && !isPostscript(text) && !isBoilerplate(text)) return undefined;
  }
  return undefined;
}

function closes(
  kind: "formula" | "thanks" | "comma",
  lines: readonly Line[],
  at: number,
  end: number,
  sender: SenderNames,
): boolean {
  const below = lines.slice(at + 1, end).filter((line) => !isBlank(line.text));
  const next = below[0]?.text ?? "";
  const named = below.length > 0 && (sender.matches(next) || looksLikeName(next) || isShortName(next));
  // Sentences below only where a name stands between: what a company prints there.
  if (below.some((line) => isProse(line.text) && !isPostscript(line.text)) && !(named && !isProse(next))) return false;
  if (kind === "formula") return true;
  if (below.length > 0) return named;
  return kind === "thanks" && isBlank(lines[at - 1]?.text ?? "") && !/[!！]\s*$/.test(lines[at]?.text ?? "");
}

/** A first name in lower case or in a script without capitals. */
const isShortName = (text: string) => /^[-–~/]?\s?[\p{L}.'’ -]{1,16}$/u.test(text) && words(text).length <= 2;

/**
 * `formula`: the signature begins here whatever follows. `thanks`: as often the last sentence of a request, so a name has to
 * follow, or nothing at all. `comma`: any short line that ends like a salutation above a name.
 */
function closingKind(line: string, sender: SenderNames): "formula" | "thanks" | "comma" | undefined {
  if (line.length > 200) return undefined;
  const bare = bareLine(line);
  if (bare === "") return undefined;
  return (BEGINS.test(bare) ? closingWith(bare, line, sender) : undefined) ?? commaKind(line, bare);
}

function closingWith(bare: string, line: string, sender: SenderNames): "formula" | "thanks" | undefined {
  // "Mit freundlichen Grüßen / Regards"
  if (isFormula(bare) || (/[/|]/.test(bare) && bare.split(/\s?[/|]\s?/).every(isFormula))) return "formula";
  // "Gracias, un saludo", "Merci, bonne journée"
  const [thanks = "", ...formulas] = bare.split(/[,.!] ?/);
  if (formulas.length > 0 && THANK.test(thanks) && formulas.every(isFormula)) return "formula";
  if (closesWithName(bare, line, sender)) return "formula";
  return THANK.test(bare) ? "thanks" : undefined;
}

const commaKind = (line: string, bare: string): "comma" | undefined =>
  /[,，]\s*$/.test(line) && words(bare).length <= 8 && !endsSentence(bare) ? "comma" : undefined;

function bareLine(line: string): string {
  return fold(line)
    .replace(/\s+/g, " ")
    .replace(/^[\s>*_~-]+/, "")
    .trim()
    .replace(/(?:[\s,.!;:~*_\-–—。、！，❤)(]|\p{Extended_Pictographic}|\ufe0f)+$/u, "");
}

/** "Beste Grüße", and with a place: "Beste Grüße aus Göttingen", "Best from rainy Leith". */
function isFormula(bare: string): boolean {
  if (FORMULA.test(bare)) return true;
  const place =
    /^(.{2,50}?),? (?:aus|from|de|da|dal|desde|uit|fran|fra|z|из|з|vom|von) (?:\p{L}[\p{L}' -]{1,40})$/u.exec(
      bare,
    )?.[1];
  return place !== undefined && FORMULA.test(place);
}

/** The formula and the name on one line: the split is tried at every space, the last words being the name. */
function closesWithName(bare: string, line: string, sender: SenderNames): boolean {
  const parts = bare.split(" ");
  const original = line.trim().split(/\s+/);
  for (let at = 1; at < parts.length && at <= 6; at++) {
    const cut = /[,.!;:–—-]$/.test(parts[at - 1] ?? "");
    const head = parts
      .slice(0, at)
      .join(" ")
      .replace(/[,.!;:–—-]+$/, "");
    if (!isFormula(head) && !(cut && THANK.test(head))) continue;
    const tail = original.slice(at).join(" ");
    const name = tail.split(/,\s/)[0] ?? "";
    if (sender.matches(tail) || (words(name).length <= 3 && looksLikeName(name))) return true;
  }
  return false;
}
