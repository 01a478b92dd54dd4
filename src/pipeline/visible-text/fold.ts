/** Lower case without accents, so that "Grüße", "Grüsse" and "GRÜSSE" (or "Saludos" with a stray accent) are one word. */
export function fold(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: plain ASCII is the common case and needs little work
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase().replaceAll("`", "'");
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, (mark) => (KEPT_MARK.test(mark) ? mark : ""))
    .normalize("NFC")
    .toLowerCase()
    .replace(/[øłđıæœ’‘´`]/g, (char) => SIMPLE[char] ?? char);
}
const SIMPLE: Record<string, string> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
  æ: "ae",
  œ: "oe",
  "’": "'",
  "‘": "'",
  "´": "'",
  "`": "'",
};
/** Vowel signs and voicing marks are letters in Indic scripts, Thai and kana. */
const KEPT_MARK = /[\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u3099\u309a]/;
