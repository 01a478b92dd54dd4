import { LETTER } from "../letters.ts";
import type { Reading } from "../reading.ts";
import type { Candidate, Recogniser } from "../recogniser.ts";
import { words } from "../words.ts";

const PASSWORD_NAMES = [
  "password|passwords|passcode|passphrase|pass word|passwd|pwd|pw|pass|login|logon|temp password|p/w",
  "passwort*|kennwort*|zugangscode|zugangsdaten|PW|mot de passe|mdp|code d'accès|contraseña|contrasena|clave|clave de acceso",
  "senha|palavra-passe|palavra passe|password temporanea|parola d'ordine|wachtwoord*|toegangscode|lösenord*|losenord|adgangskode*|kodeord",
  "passord*|salasana*|lykilorð|hasło|hasła|haslo|heslo|hesla|jelszó|jelszava*|parola|parolă|şifre*|sifre*|parolam|lozinka*|geslo",
  "пароль|паролем|пароля|парола|κωδικός|κωδικό|συνθηματικό|كلمة المرور|كلمة السر|סיסמה|סיסמא|पासवर्ड|mật khẩu|kata sandi|รหัสผ่าน",
  "パスワード|暗証番号|密码|口令|密碼|비밀번호|암호",
] as const;

const NAME = words(...PASSWORD_NAMES.map((line) => line.replace("|login|logon", ""))).source;
const NEAR = words(...PASSWORD_NAMES);

/** "is", "was", "lautet", "est": the words between "password" and the password. */
const IS =
  "is|was|are|=|set to|changed to|ist|war|lautet|lautete|heißt|est|était|es|era|fue|é|è|jest|to jest|är|var|er|oli|je|byl|byla|był|luidt|это|είναι|है|adalah";

/**
 * What follows a colon or stands in quotes is the password whatever it looks like; after "is" an ordinary word more
 * often says what is wrong with it: "my password is not accepted".
 */
const ASSIGNED = new RegExp(
  `(?:${NAME})(?:[ ]?\\(?[${LETTER}]{1,12}\\)?){0,2}?[ \\t]{0,2}(?:[:=：]|->|=>)[ \\t]{0,4}(?:\\n[ \\t]{0,4})?["'\`*]{0,2}(?<value>[^\\s"'\`<>，。、\\ufffc]{3,64})`,
  "giu",
);
const SAID = new RegExp(
  `(?:${NAME})(?:[ ](?!${IS})[${LETTER}']{1,14}){0,4}[ ]{1,2}(?:${IS})(?:[ ](?:now|still|currently|just|set to|jetzt|noch|nun))?[: ]{1,3}["'\`*]{0,2}(?<value>[^\\s"'\`<>\\ufffc]{3,64})`,
  "giu",
);
const CJK =
  /(?:パスワード|暗証番号|密码|口令|密碼|비밀번호|암호)(?:は|为|是|為|는|은|가)[ 「『"']{0,2}(?<value>[!-~]{4,64})/g;
/** "the password maple42 is not taken": nothing between, so it must have both letters and figures. */
const ADJACENT = new RegExp(
  `(?:${NAME})[ ]{1,2}["'\`(]?(?<value>(?=[^\\s]{0,40}\\d)(?=[^\\s]{0,40}[${LETTER}])[^\\s"'\`<>()\\ufffc]{6,40})`,
  "giu",
);
const QUOTED = new RegExp(`(?:${NAME})[^\\n"'\`]{0,30}["\`](?<value>[^\\s"\`\\ufffc]{4,64})["\`]`, "giu");

/** Words that follow "password:" or "password is" and are no password. */
const ORDINARY = words(
  "not|wrong|incorrect|invalid|expired|correct|right|the|a|an|my|your|our|their|his|her|this|that|no|never|always|required|needed|missing|unknown|forgotten|lost",
  "still|being|too|case|same|reset|changed|blocked|locked|broken|working|accepted|rejected|weak|strong|secure|protected|compromised|stolen|leaked|different",
  "please|click|here|link|below|above|attached|sent|it|i|we|you|they|what|how|when|if|for|to|in|on|at|of|and|or|but|only|also|now|then|stored|hidden|visible|private",
  "nicht|falsch|abgelaufen|ungültig|vergessen|gesperrt|der|die|das|mein|meine|ihr|ihre|kein|keine|zu|immer|noch|bitte|hier|zurücksetzen|richtig",
  "pas|incorrect|oublié|expiré|le|la|les|mon|votre|un|une|no|incorrecta|caducada|olvidada|el|mi|su|non|errata|scaduta|errada|inválida|expirada|não",
  "niet|onjuist|verlopen|vergeten|het|een|mijn|uw|fel|felaktigt|inte|forkert|ikke|feil|väärä|ei|nieprawidłowe|błędne|nie|wygasło|špatné|geçersiz|yanlış|неверный|не|password|recovery|manager|policy|hint|field|page|change|update|issue|problem|help",
);

/** Signs of a made-up word: letters with digits, a mark inside, capitals in the middle. */
const looksMadeUp = (value: string): boolean =>
  value.length >= 4 &&
  ((/\d/.test(value) && /\p{L}/u.test(value)) ||
    /[!$%^&*#?@+=~]/.test(value.slice(0, -1)) ||
    /\p{Ll}\p{Lu}/u.test(value));

export function findPasswords(reading: Reading): Candidate[] {
  if (!NEAR.test(reading.flow)) return [];
  const found = [...assigned(reading), ...quotedOrSaid(reading), ...dropped(reading)];
  // "password: ****" has nothing left once its marks are off.
  return found.filter(({ start, end }) => end - start >= SHORTEST);
}

const SHORTEST = 3;
/** "password=x;host=db", "pw=x&page=2": the next pair of a list. */
const NEXT_PAIR = /[;&][\w.]{1,20}=.*$/;
const TRAILING = /[.,;:!?)\]}»>*]+$/;

function assigned(reading: Reading): Candidate[] {
  return Array.from(reading.flow.matchAll(ASSIGNED), (match) => at(match, "after the word and a colon")).filter(
    ({ start, end }) => {
      const value = reading.flow.slice(start, end);
      // "Log in with your password to view: https://…"
      if (/^https?:|^\/\//.test(value)) return false;
      return looksMadeUp(value) || (!isOrdinary(value) && endsClause(reading.flow, end));
    },
  );
}

function quotedOrSaid(reading: Reading): Candidate[] {
  const said = [
    ...reading.flow.matchAll(SAID),
    ...reading.flow.matchAll(QUOTED),
    ...reading.flow.matchAll(ADJACENT),
    ...reading.flow.matchAll(CJK),
  ];
  return said
    .map((match) => at(match, "named as the password"))
    .filter(({ start, end }) => {
      const value = reading.flow.slice(start, end);
      return (
        looksMadeUp(value) ||
        (!isOrdinary(value) && endsClause(reading.flow, end) && !/(?:ed|ing|en|é|ée)$/.test(value))
      );
    });
}

/** "…the temp password I made up, Smile2026Oct, that…": nothing but its look gives it away, so it must look strong. */
const STRONG =
  /(?<![\p{L}\p{N}_@/.#-])(?=[^\s]{0,40}\d)(?=[^\s]{0,40}\p{L})[\p{L}\p{N}!$%^&*#?@+=~_-]{7,40}(?![\p{L}\p{N}@/]|\.\p{L})/gu;
/** "I cannot log in on my iPhone15Pro." */
const DEVICE =
  /^(?:iphone|ipad|macbook|imac|windows|office|android|galaxy|pixel|chrome|firefox|safari|edge|ios|macos|outlook)/i;
const REACH = 90;

function dropped(reading: Reading): Candidate[] {
  const found: Candidate[] = [];
  for (const match of reading.flow.matchAll(STRONG)) {
    const value = match[0].replace(/[?]+$/, "");
    const mixed = /\p{Ll}/u.test(value) && /\p{Lu}/u.test(value);
    if (DEVICE.test(value) || (!mixed && !/[!$%^&*?@+=~]/.test(value))) continue;
    if (reading.isBarred(match.index, match.index + value.length)) continue;
    const before = reading.flow.slice(Math.max(0, match.index - REACH), match.index);
    if (/\n\s*\n/.test(before.slice(-REACH)) && !NEAR.test(before.slice(before.lastIndexOf("\n\n")))) continue;
    const after = reading.flow.slice(match.index + value.length, match.index + value.length + REACH);
    if (
      NEAR.test(before) ||
      (NEAR.test(after) &&
        (/(?:\b(?:was|is|be|war|ist|était|est|era|es)|[:=])\s{0,2}["']?$/.test(before) ||
          /^["']?\s(?:as|als|comme|como|come|som|jako)\s/.test(after)))
    )
      found.push(candidate(match.index, value, "made-up word soon after the word for it"));
  }
  return found;
}

const at = (match: RegExpExecArray, why: string): Candidate => {
  const raw = match.groups?.value ?? "";
  const start = match.index + match[0].lastIndexOf(raw);
  return candidate(
    start,
    raw.replace(NEXT_PAIR, "").replace(TRAILING, (marks) => (marks.startsWith("!") ? "!" : "")),
    why,
  );
};

const candidate = (start: number, value: string, why: string): Candidate => ({
  kind: "password",
  start,
  end: start + value.length,
  certainty: 2,
  reason: `password, ${why}`,
});

const isOrdinary = (value: string): boolean => {
  const word = ORDINARY.exec(value);
  return word !== null && word[0].length === value.length;
};

const endsClause = (text: string, end: number): boolean =>
  /^["'`*)\]]{0,2}(?:[.,;!?]|[ \t]*(?:\n|$)|[ ]+[\p{L} -]{1,20}:)/u.test(text.slice(end, end + 28));

/** Short numbers that open something. An Indian "PIN code" is a postcode. */
const opening = (name: string, kind: Recogniser["kind"], form: string, ...labels: string[]): Recogniser => ({
  name,
  kind,
  pattern: new RegExp(`(?<![A-Za-z0-9_.,/-])(?:${form})(?![A-Za-z0-9_]|[.,/-]\\d)`, "g"),
  digits: 3,
  behind: new RegExp(
    `(?:${words(...labels).source})(?:[ ]?(?:code|number|no|nr|is|was|ist|est|es|é|è|to|er|är|lautet|は|为|是|為|는|은|:)(?![\\p{L}])){0,3}[ .:=#\\-]{0,4}\\n?[ ]{0,2}$`,
    "iu",
  ),
  alone: "shape",
});

export const CODE_RECOGNISERS: readonly Recogniser[] = [
  opening(
    "card security code",
    "credit_card",
    "\\d{3,4}",
    "cvv|cvv2|cvc|cvc2|cvn|card verification|security code|prüfziffer|prüfnummer|kartenprüfnummer|cryptogramme|cryptogramme visuel",
    "código de seguridad|código de segurança|codice di sicurezza|beveiligingscode|veiligheidscode|säkerhetskod|sikkerhedskode|sikkerhetskode|kod zabezpieczający",
    "güvenlik kodu|код безопасности|セキュリティコード|安全码|安全碼|보안코드|رمز الأمان|קוד אבטחה",
  ),
  opening(
    "PIN",
    "password",
    "\\d{4,6}",
    "PIN|pin number|PIN-code|pincode|PIN-kod|Geheimzahl|code PIN|code confidentiel|code secret|código PIN|clave secreta|codice segreto|kod PIN|пин-код|пинкод",
  ),
  opening(
    "one-time code",
    "password",
    "\\d{4,8}|\\d{3}[ -]\\d{3}",
    "verification code|one-time code|one time code|one-time password|OTP|2FA|login code|access code|passcode|TAN|mTAN",
    "Bestätigungscode|code de vérification|código de verificación|código de verificação|codice di verifica|verificatiecode|verifieringskod|kod weryfikacyjny|doğrulama kodu|код подтверждения|认证码|验证码|認証コード|인증번호",
  ),
];
