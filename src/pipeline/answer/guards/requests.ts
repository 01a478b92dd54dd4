import type { Citation } from "../../../domain/draft.ts";
import { plainText } from "../article.ts";
import { isDenied } from "../grounding.ts";
import { sentencesOf } from "../sentences.ts";
import { sourcesOf } from "../sourced.ts";
import type { Guard } from "./guard-context.ts";
import { readable } from "./phrases.ts";

/** What frauds ask for in a company's name. Each in many languages, so that an article in one allows an answer in another. */
const WANTED: readonly (readonly [string, RegExp])[] = [
  [
    "a password",
    /pass(?:word|code|phrase)|(?:kenn|pass)wort|mot de passe|contraseña|clave de acceso|parola d'ordine|\bsenha|palavra-passe|wachtwoord|has(?:ło|ła|łem)|lösenord|adgangskode|passord|salasana|\bheslo|\bhesla|parola|şifre|пароль|пароля|κωδικό πρόσβασης|jelszó|סיסמ|كلمة المرور|パスワード|密码|密碼|비밀번호/iu,
  ],
  [
    "a code or PIN",
    /\b(?:pin|cvv|cvc|otp|tan)\b|(?:six|four|6|4)[- ]digit code|(?:verification|security|sms|login|one-time) code|\bcode that you receive|(?:bestätigungs|sicherheits)code|code de (?:vérification|sécurité)|código de (?:verificación|seguridad)|認証コード|验证码|인증번호/iu,
  ],
  [
    "a card's or account's number",
    /card (?:number|details)|account (?:number|details)|kartennummer|kontonummer|numéro de carte|número de (?:tarjeta|cuenta|cartão|conta)|numero (?:della )?carta|kaartnummer|numer karty|カード番号|卡号/iu,
  ],
  [
    "a new account",
    /new (?:bank )?(?:account|iban|bank details)|neue[sn]? (?:konto|bankverbindung)|nouveau compte|nueva cuenta|nuovo conto|nova conta|nieuwe rekening|now[ey] (?:konto|rachunek)/iu,
  ],
  [
    "a transfer of money",
    /bank transfer|wire transfer|überweisen sie|virement|transferencia|bonifico|overboeking|western union|moneygram/iu,
  ],
  ["a coin that leaves no trace", /bitcoin|\bbtc\b|crypto ?curren|krypto|usdt|ethereum/iu],
  [
    "paying with gift cards",
    /(?:pay|paid|payment)\b[^.!?\n]{0,40}\bgift cards?|gift cards?\b[^.!?\n]{0,30}\b(?:number|code)|geschenkkarte\p{L}*[^.!?\n]{0,30}(?:nummer|code)/iu,
  ],
  ["remote access", /anydesk|team ?viewer|rustdesk|quick ?assist|remote (?:access|desktop)|fernzugriff|fernwartung/iu],
];

export const requests: Guard = {
  name: "requests",
  person: "warns",
  look(draft) {
    for (const sentence of sentencesOf(draft.body)) {
      const { own, cited } = sourcesOf(draft, sentence);
      if (own) continue;
      const text = readable(sentence);
      const asked = WANTED.find(([, words]) => words.test(text) && !cited.some((one) => allows(one, words, text)));
      if (asked) return `It speaks of ${asked[0]}, and no article does: frauds ask for that in a company's name.`;
    }
    return undefined;
  },
};

/** "We never ask for your password" allows nobody to ask for it. */
const allows = ({ quote, record }: Citation, words: RegExp, said: string): boolean =>
  !record &&
  sentencesOf(plainText(quote)).some(
    (one) => words.test(one) && isDenied(one) === isDenied(said) && (GIVE.test(one) || !GIVE.test(said)),
  );

/** "Change your password" is one thing, "send us your password" another. */
const GIVE =
  /\b(?:send|give|tell|share|provide|reply with|confirm|enter|submit)\b|nennen|schick|mitteil|teilen sie|angeben|senden|envoy|donne[rz]|communiqu|enví|indíque|facilít|invi[ia]|fornis|envi[ea]|indique|stuur|geef|prosi|podan|poda[ćj]|skicka|send|oplys|lähet|anna|pošl|sděl|gönder|пришл|сообщ|送|教え|发给|發給|提供|보내|알려/iu;
