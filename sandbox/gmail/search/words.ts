/** Gmail finds whole words: letters and digits, whatever stands between them. */
function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .normalize("NFC")
      .match(/[\p{L}\p{N}_]+/gu) ?? []
  );
}

/** As one string with a space around each word, so that a phrase is a substring. */
export const wordLine = (text: string): string => ` ${wordsOf(text).join(" ")} `;

/** A phrase stands in order; loose words only need to be there. */
export function lineHas(line: string, wanted: string): boolean {
  const phrase = wordsOf(wanted);
  return phrase.length > 0 && line.includes(` ${phrase.join(" ")} `);
}
