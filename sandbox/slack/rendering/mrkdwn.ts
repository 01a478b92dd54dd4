import { unescapeText } from "../block-kit/text.ts";

export type Token =
  | { type: "text"; text: string }
  | { type: "user"; id: string; auto?: true }
  | { type: "channel"; id: string; auto?: true }
  | { type: "usergroup"; id: string }
  | { type: "broadcast"; range: string; auto?: true }
  | { type: "link"; url: string; label: string; auto?: true }
  | { type: "date"; timestamp: number; format: string; fallback: string; url?: string };

/** Who `@name` and `#name` mean; without it bare names stay text. */
export interface Directory {
  userNamed(name: string): string | undefined;
  channelNamed(name: string): string | undefined;
}

export interface Reading {
  /** Bare URLs, @names and #channels stay text, as with `verbatim: true`. */
  verbatim?: boolean;
  directory?: Directory | undefined;
}

const COMMAND = /<([@#!]?)([^<>|]+)(?:\|([^<>]*))?>/g;

/** What a client makes of message text: live commands, automatic links and names, and the rest as plain text. */
export function parseMrkdwn(text: string, { verbatim = false, directory }: Reading = {}): Token[] {
  const tokens: Token[] = [];
  let done = 0;
  const plain = (part: string): void => {
    if (part !== "") tokens.push(...(verbatim ? [asText(part)] : findBare(part, directory)));
  };
  // Commands stay live inside code spans and fences, so nothing is skipped for backticks.
  for (const match of text.matchAll(COMMAND)) {
    const token = command(match[1] ?? "", match[2] ?? "", match[3]);
    if (token === undefined) continue;
    plain(text.slice(done, match.index));
    tokens.push(token);
    done = match.index + match[0].length;
  }
  plain(text.slice(done));
  return tokens;
}

const asText = (text: string): Token => ({ type: "text", text: unescapeText(text) });

function command(sign: string, body: string, label: string | undefined): Token | undefined {
  if (sign === "@") return /^[UWB][A-Z0-9]+$/.test(body) ? { type: "user", id: body } : undefined;
  if (sign === "#") return /^[CG][A-Z0-9]+$/.test(body) ? { type: "channel", id: body } : undefined;
  if (sign === "!") return special(body, label);
  if (!/^(?:https?|mailto|tel|slack|ftp):/.test(body) && !BARE_HOST.test(body)) return undefined;
  const url = unescapeText(body);
  return { type: "link", url, label: unescapeText(label ?? url.replace(/^(?:mailto|tel):/, "")) };
}

function special(body: string, label: string | undefined): Token | undefined {
  if (/^(?:here|channel|group|everyone)$/.test(body)) return { type: "broadcast", range: body };
  const group = /^subteam\^([A-Z0-9]+)$/.exec(body)?.[1];
  if (group !== undefined) return { type: "usergroup", id: group };
  const date = /^date\^(-?\d+)\^([^^]+)(?:\^(.+))?$/.exec(body);
  // Without a fallback Slack shows the raw characters.
  if (!date || label === undefined) return undefined;
  const [, timestamp, format = "", url] = date;
  return {
    type: "date",
    timestamp: Number(timestamp),
    format: unescapeText(format),
    fallback: unescapeText(label),
    ...(url !== undefined && { url }),
  };
}

// Slack links a bare host when it knows the ending; these are the ones that turn up in mail.
const BARE_HOST =
  /^(?:[a-z0-9-]+\.)+(?:com|net|org|info|biz|io|co|app|dev|ai|me|eu|uk|de|fr|es|it|nl|ru|cn|xyz|top|link|click|shop|site|online)(?:\/[^\s]*)?$/i;
const BARE =
  /https?:\/\/[^\s<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w.])[@#][\w.-]+|(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[^\s<>]*)?/gi;

function findBare(text: string, directory: Directory | undefined): Token[] {
  const tokens: Token[] = [];
  let done = 0;
  for (const match of text.matchAll(BARE)) {
    const found = bare(match[0].replace(/[.,;:!?)\]'"]+$/, ""), directory);
    if (found === undefined) continue;
    if (match.index > done) tokens.push(asText(text.slice(done, match.index)));
    tokens.push(found.token);
    done = match.index + found.length;
  }
  if (done < text.length) tokens.push(asText(text.slice(done)));
  return tokens;
}

function bare(word: string, directory: Directory | undefined): { token: Token; length: number } | undefined {
  const { length } = word;
  const link = (url: string): { token: Token; length: number } => ({
    token: { type: "link", url: unescapeText(url), label: unescapeText(word), auto: true },
    length,
  });
  if (/^https?:/i.test(word)) return link(word);
  if (word.startsWith("@")) {
    if (/^@(?:here|channel|everyone)$/.test(word))
      return { token: { type: "broadcast", range: word.slice(1), auto: true }, length };
    const id = directory?.userNamed(word.slice(1));
    return id === undefined ? undefined : { token: { type: "user", id, auto: true }, length };
  }
  if (word.startsWith("#")) {
    const id = directory?.channelNamed(word.slice(1));
    return id === undefined ? undefined : { token: { type: "channel", id, auto: true }, length };
  }
  if (word.includes("@")) return link(`mailto:${word}`);
  return BARE_HOST.test(word) ? link(`http://${word}`) : undefined;
}
