const BLOCK = 512;
const MAX_ENTRIES = 2_000;

/** The names in a tar archive; undefined where a header does not fit, so that nobody takes part of it for all. */
export function listTar(bytes: Uint8Array): string[] | undefined {
  const names: string[] = [];
  let longName: string | undefined;
  for (let at = 0; at + BLOCK <= bytes.length; ) {
    const header = bytes.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) return names;
    const size = Number.parseInt(text(header, 124, 12).trim() || "0", 8);
    if (!Number.isSafeInteger(size) || size < 0 || names.length >= MAX_ENTRIES) return undefined;
    const content = bytes.subarray(at + BLOCK, at + BLOCK + size);
    const type = String.fromCharCode(header[156] ?? 0);
    if (type === "L") longName = text(content, 0, content.length);
    else if (type === "x") longName = paxPath(content);
    else if (type !== "g") {
      const prefix = text(header, 345, 155);
      names.push(longName ?? (prefix ? `${prefix}/${text(header, 0, 100)}` : text(header, 0, 100)));
      longName = undefined;
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  // Cut short in the middle of a file, or without its end.
  return undefined;
}

/** The path among records such as `20 path=a/long/name\n`, each of which begins with its own length in bytes. */
function paxPath(content: Uint8Array): string | undefined {
  // One character a byte: nothing but the end of a name is looked at.
  const records = new TextDecoder("latin1").decode(content);
  const start = /(\d{1,9}) /y;
  for (;;) {
    const at = start.lastIndex;
    const end = at + Number(start.exec(records)?.[1] ?? 0);
    if (end < start.lastIndex || end === at) return undefined;
    if (records.startsWith("path=", start.lastIndex)) return records.slice(start.lastIndex + 5, end - 1);
    start.lastIndex = end;
  }
}

function text(bytes: Uint8Array, at: number, length: number): string {
  const raw = new TextDecoder().decode(bytes.subarray(at, at + length));
  const end = raw.indexOf("\0");
  return end < 0 ? raw : raw.slice(0, end);
}
