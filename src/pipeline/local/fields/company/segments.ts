import { COMMA_FORM } from "./legal-forms.ts";

/** What separates a person, an office and a company on one line of a signature or in a From name. */
const BREAK =
  /\s*[|•·\t;:<>"“”„()[\]]\s*|\s+[/–—-]+\s+|,\s+|\s+(?:@|at|bei|chez|presso|bij|hos|en nombre de|c\/o|on behalf of|fra|von|from)\s+|\s{3,}|(?<=\p{L}{4})\.\s+(?=\p{Lu})|^@\s*/u;

const MAX_SEGMENT = 70;

/** "Ann Lee, CFO at Tarn Ropes, Inc. | Leith" to its parts; a legal form stays with its name. */
export function segments(line: string): string[] {
  const bare = line.slice(0, 300).replace(/^[\s*_~>–—-]+|[\s*_~–—-]+$/g, "");
  return (bare.includes(",") ? bare.replace(COMMA_FORM, "\u0001") : bare)
    .split(BREAK)
    .map((part) =>
      part
        .replaceAll("\u0001", ",")
        .replace(/^[\s&.,]+|[\s,]+$/g, "")
        .trim(),
    )
    .filter((part) => part.length >= 2 && part.length <= MAX_SEGMENT);
}
