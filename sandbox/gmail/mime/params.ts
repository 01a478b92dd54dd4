import { decodeWords } from "postal-mime";

export interface Parameterised {
  value: string;
  params: Record<string, string>;
}

/** `text/plain; charset="x"; name*0*=utf-8''a%20; name*1=b` (RFC 2045, RFC 2231) read leniently. */
export function readParameters(text: string | undefined): Parameterised {
  const source = text ?? "";
  const semi = source.indexOf(";");
  const value = (semi === -1 ? source : source.slice(0, semi)).trim().toLowerCase();
  const plain: Record<string, string> = {};
  const pieces = new Map<string, { index: number; encoded: boolean; text: string }[]>();
  for (const match of source.slice(semi === -1 ? source.length : semi).matchAll(PARAMETER)) {
    const key = match[1]?.toLowerCase() ?? "";
    const text = match[2] === undefined ? (match[3] ?? "").trim() : match[2].replace(/\\(.)/g, "$1");
    const extended = /^([^*]+)\*(?:(\d+)(\*)?)?$/.exec(key);
    if (!extended) {
      plain[key] ??= decodeWords(text);
      continue;
    }
    const name = extended[1] ?? "";
    const encoded = extended[2] === undefined || extended[3] !== undefined;
    const list = pieces.get(name) ?? [];
    list.push({ index: Number(extended[2] ?? 0), encoded, text });
    pieces.set(name, list);
  }
  for (const [name, list] of pieces) plain[name] = joined(list.sort((a, b) => a.index - b.index));
  return { value, params: plain };
}

const PARAMETER = /;\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/g;

function joined(list: { encoded: boolean; text: string }[]): string {
  const charset = /^([^']*)'[^']*'/.exec(list[0]?.encoded ? list[0].text : "");
  const bytes: Buffer[] = list.map((piece, i) => {
    const text = i === 0 && charset ? piece.text.slice(charset[0].length) : piece.text;
    return piece.encoded ? percentDecoded(text) : Buffer.from(text);
  });
  return decodeCharset(Buffer.concat(bytes), charset?.[1] || "utf-8");
}

function percentDecoded(text: string): Buffer {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const hex = text[i] === "%" ? text.slice(i + 1, i + 3) : "";
    if (/^[0-9a-f]{2}$/i.test(hex)) {
      bytes.push(Number.parseInt(hex, 16));
      i += 2;
    } else {
      bytes.push(...Buffer.from(text[i] ?? ""));
    }
  }
  return Buffer.from(bytes);
}

export function decodeCharset(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset.trim() || "utf-8").decode(bytes);
  } catch {
    // An invented charset: the bytes are still worth showing.
    return Buffer.from(bytes).toString("latin1");
  }
}
