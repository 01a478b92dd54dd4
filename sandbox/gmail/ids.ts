import { randomBytes, randomInt } from "node:crypto";

const ALNUM = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

function letters(count: number, alphabet = ALNUM): string {
  let out = "";
  for (let i = 0; i < count; i++) out += alphabet[randomInt(alphabet.length)];
  return out;
}

/** Gmail's ids are the millisecond in the upper bits and noise below: 16 hex digits, each above the one before. */
export function messageId(now: number, last: string): string {
  const fresh = (BigInt(Math.trunc(now)) << 20n) | BigInt(randomInt(1 << 18));
  const next = BigInt(`0x${last || "0"}`) + BigInt(randomInt(1, 1_000));
  return (fresh > next ? fresh : next).toString(16).padStart(16, "0");
}

export const isMessageId = (id: string): boolean => /^[0-9a-f]{1,16}$/.test(id);

/** Both `r123…` and `r-123…` occur: the number is a signed 64-bit one. */
export function draftId(): string {
  const number = randomBytes(8).readBigInt64BE();
  return `r${number}`;
}

/** History ids grow with gaps, so nobody may count on "the last one plus one". */
export const historyGap = (): bigint => BigInt(randomInt(1, 400));

/** What Gmail puts on every mail sent through its API or its web page, whatever the client had written. */
export const rfcMessageId = (): string => `<CA${letters(1)}+${letters(30)}=${letters(14)}@mail.gmail.com>`;

export const accessToken = (): string => `ya29.a0${letters(60)}`;
export const refreshToken = (): string => `1//0${letters(50)}`;
export const authorizationCode = (): string => `4/0A${letters(50)}`;

const nonce = (count = 16): string => letters(count);

/** Opaque, different each time it is asked for, and still resolvable without keeping a table. */
export function attachmentToken(messageId: string, partId: string): string {
  return `ANGjdJ${Buffer.from(JSON.stringify([nonce(80), messageId, partId])).toString("base64url")}`;
}

export function readAttachmentToken(token: string): { messageId: string; partId: string } | undefined {
  const [, messageId, partId] = readToken("ANGjdJ", token);
  return typeof messageId === "string" && typeof partId === "string" ? { messageId, partId } : undefined;
}

export function pageToken(...position: (string | number)[]): string {
  return `0${Buffer.from(JSON.stringify([nonce(6), ...position])).toString("base64url")}`;
}

export function readPageToken(token: string): unknown[] | undefined {
  const [salt, ...position] = readToken("0", token);
  return salt === undefined ? undefined : position;
}

function readToken(prefix: string, token: string): unknown[] {
  if (!token.startsWith(prefix)) return [];
  try {
    const value: unknown = JSON.parse(Buffer.from(token.slice(prefix.length), "base64url").toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
