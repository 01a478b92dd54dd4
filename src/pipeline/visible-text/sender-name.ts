import { fold } from "./fold.ts";
import { words } from "./line.ts";

/** Does a line sign with the sender's name? Built from what the mail itself says about its sender. */
export interface SenderNames {
  /** The line is the sender's name, perhaps with a title, an office or the company. */
  matches(line: string): boolean;
  /** The line begins with the sender's name. */
  begins(line: string): boolean;
  matchesInitials(letters: string): boolean;
}

export interface Sender {
  name: string | undefined;
  address: string | undefined;
}

/** Titles and offices in front of names, and what stands behind them. */
const TITLES =
  /^(?:mr|mrs|ms|miss|mx|dr|dra|prof|profa|sir|rev|fr|ing|dipl|mag|med|jur|phil|rer|nat|bsc|msc|mba|phd|esq|jr|sr|ii|iii|cppb|cpa|md|dds|rn|m|mme|mlle|me|hr|frau|herr|sig|sigra|dott|dottssa|ssa|avv|geom|arq|lic|eng|inz|mgr|pan|pani|ir|drs|de|la|le|el|the|team|das|die|der|equipe|equipo|i|a|v|ppa|pp|for|on|behalf|of|from|by|и|y|and|und|et|e|o|van|von|der|den|du|da|di|dos|del|della|al|bin|ibn|your|ihr|ihre|dein|deine|votre|su|tu|san|sama)$/;

/** Generic mailboxes say nothing about who signs. */
const ROLE =
  /^(?:info|mail|office|contact|kontakt|hello|hallo|hi|support|help|sales|service|status|news|newsletter|alerts?|updates?|billing|accounts?|orders?|admin|administrator|noreply|no|reply|donotreply|team|post|email|web|www|www2|customer|client|com|net|org|example|test|invalid|gmail|outlook|hotmail|yahoo|icloud|gmx|web|proton|protonmail|me|mac|aol|qq|orange|free|libero|live|msn)$/;

export function senderNames(senders: readonly Sender[]): SenderNames {
  const tokens = new Set<string>();
  let domain = "";
  for (const { name, address } of senders) {
    for (const word of words(fold(name ?? ""))) add(tokens, word);
    const [local = "", host = ""] = fold(address ?? "").split("@");
    for (const word of local.split(/[._+\-\d]+/)) if (!ROLE.test(word)) add(tokens, word);
    const labels = host.split(".");
    domain += ` ${labels
      .slice(0, -1)
      .filter((label) => !ROLE.test(label))
      .join("")
      .replaceAll("-", "")}`;
  }
  const initials = new Set([...tokens].map((token) => [...token][0] ?? ""));
  return {
    matches: (line) => matches(line, tokens, initials, domain),
    begins: (line) => {
      if (/^[^:]{1,24}:\s/.test(line)) return false;
      const bare = bareWord(words(fold(line.slice(0, 200)))[0] ?? "");
      return bare.length >= 3 && !TITLES.test(bare) && (tokens.has(bare) || domain.split(" ").includes(bare));
    },
    matchesInitials: (letters) => {
      const found = fold(letters).match(/\p{L}/gu) ?? [];
      return found.length > 0 && found.every((letter) => initials.has(letter));
    },
  };
}

function add(tokens: Set<string>, word: string): void {
  const bare = bareWord(word);
  if ([...bare].length >= 2 && !TITLES.test(bare) && !bare.includes("@")) tokens.add(bare);
}

const bareWord = (word: string) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "").replace(/'s$/, "");

function matches(line: string, tokens: ReadonlySet<string>, initials: ReadonlySet<string>, domain: string): boolean {
  const text = fold(line)
    .replace(/\([^)]{0,60}\)|"[^"]{0,40}"/g, " ")
    .trim();
  // "Company: Miller Towing" tells, it does not sign.
  if (text === "" || text.length > 90 || /[?!]$|@|^[^:]{1,24}:\s/.test(text)) return false;
  const all = words(text)
    .flatMap((word) => word.split(/[.\-_]/))
    .map(bareWord)
    .filter((word) => word !== "");
  const telling = all.filter((word) => !TITLES.test(word));
  if (telling.length === 0 || telling.length > 8) return false;
  let full = 0;
  let partial = 0;
  for (const word of telling) {
    const long = [...word].length;
    if (tokens.has(word)) full++;
    else if (long === 1 && initials.has(word)) partial++;
    else if (long >= 3 && (domain.includes(word) || isPart(word, tokens))) full++;
  }
  // "한빛팩 설비팀 박정훈": company, team, and the whole name last.
  const last = telling.at(-1) ?? "";
  if (
    /\p{Script=Hangul}|\p{Script=Han}/u.test(last) &&
    [...last].length >= 2 &&
    tokens.has(last) &&
    telling.length <= 4
  )
    return true;
  // "J." or "k.m.": letters only, and nothing else on the line.
  if (full === 0) return partial > 0 && partial === telling.length && text.length <= 8;
  return full + partial >= Math.ceil(telling.length / 2);
}

/** "Ben" for Benjamin, "Yamada" in one script's "yamadataro": names are written short, and local parts glued. */
function isPart(word: string, tokens: ReadonlySet<string>): boolean {
  for (const token of tokens) {
    if (token.startsWith(word) && token.length <= word.length + 6) return true;
    if (word.length >= 4 && token.length > word.length && token.includes(word)) return true;
  }
  return /\p{Script=Han}/u.test(word) && [...tokens].some((token) => word.includes(token) || token.includes(word));
}

/** Two to four capitalised words and nothing else: a name, a company or a heading. Case decides, so not in scripts without. */
export function looksLikeName(line: string): boolean {
  const text = line
    .trim()
    .replace(/^(?:[-–—~*/]{1,2}|i\. ?a\.|i\. ?v\.|ppa?\.)\s?/i, "")
    .replace(/\s+x{1,3}$/, "")
    .replace(/\([^)]{0,40}\)$/, "")
    .replace(/,\s?(?:Ph\.?D|M\.?D|MBA|CPA|Esq|Jr|Sr|R\.?N)\.?$/i, "")
    .replace(/[,.]$/, "")
    .trim();
  if (text.length < 2 || text.length > 45 || /[\d@:;?!/\\"“”=<>]/.test(text)) return false;
  const parts = text.split(/\s+/);
  if (parts.length > 5) return false;
  return (
    parts.every((part) =>
      /^(?:\p{Lu}[\p{L}'’.-]*|de|da|di|del|della|van|von|der|den|du|la|le|el|al|bin|y|e|i|zu|dos|das|ten|ter|of|and|the|for|und|für|et|&)$/u.test(
        part,
      ),
    ) && /^\p{Lu}/u.test(text)
  );
}
