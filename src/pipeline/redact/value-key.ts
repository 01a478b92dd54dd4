import type { PiiKind } from "../../domain/email.ts";
import { fold } from "./fold.ts";

/**
 * What makes two spellings the same value: "+1 (503) 555-0100" and "503.555.0100", "Jane@Example.com" and
 * "jane (at) example dot com". Works on what was written alone, so it gives the same answer in every mail of a thread.
 */
export function valueKey(kind: PiiKind, value: string): string {
  const text = fold(value).text;
  switch (kind) {
    case "phone":
      return phoneKey(text);
    case "email":
      return emailKey(text);
    case "password":
    case "api_key":
      return text.trim();
    default:
      return text.replace(/[^\p{L}\p{Nd}]/gu, "").toLowerCase();
  }
}

const EXTENSION =
  /\D{1,3}(?:x|ext\.?|extn\.?|extension|durchwahl|dw\.?|app\.?|poste|interno|int\.|ramal|toestel|内線|分机)[ .:]{0,2}(\d{1,6})$/iu;

/** The number without country code and leading zeros: whoever is abroad writes +49 30, at home 030. */
function phoneKey(text: string): string {
  const extension = EXTENSION.exec(text);
  const main = (extension ? text.slice(0, extension.index) : text).replace(/\(0\)/, "");
  const digits = main.replace(/\D/g, "");
  const abroad = /^\D{0,3}\+/.test(main) ? digits : /^00[1-9]/.test(digits) ? digits.slice(2) : undefined;
  const national = abroad === undefined ? digits.replace(/^1(?=[2-9]\d{9}$)/, "") : abroad.slice(codeLength(abroad));
  return national.replace(/^0+/, "") + (extension ? `x${extension[1]}` : "");
}

/** ITU E.164: zones 1 and 7 are one digit; these two-digit codes are taken, everything else is three. */
const codeLength = (digits: string): number => (/^[17]/.test(digits) ? 1 : TWO_DIGITS.test(digits) ? 2 : 3);
const TWO_DIGITS = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

const emailKey = (text: string): string =>
  text
    .replace(/%40|\s*[([{<]\s*(?:at|a|@|arroba|ät)\s*[)\]}>]\s*/i, "@")
    .replace(/^([^@]+) at /i, "$1@")
    .replace(/\s*[([{]\s*(?:dot|\.|punkt|point|punto|ponto)\s*[)\]}]\s*|\s+(?:dot|punkt|point|punto|ponto)\s+/gi, ".")
    .replace(/\s*\n(?:> ?)*|\s/g, "")
    .toLowerCase();
