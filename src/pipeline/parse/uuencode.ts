/** A file that an old client wrote into the text itself. */
export interface UuFile {
  name: string;
  content: Uint8Array;
}

/** Files taken out of one text; more are left where they are. */
const MAX_FILES = 20;
const BEGIN = /^begin(?:-base64)? [0-7]{3,4} (\S[^\n]{0,200})$/gm;

/** Takes `begin 644 name … end` blocks out of a text and decodes them. What is not well-formed stays text. */
export function takeUuencoded(text: string): { text: string; files: UuFile[] } {
  if (!text.includes("begin")) return { text, files: [] };
  const files: UuFile[] = [];
  const kept: string[] = [];
  let from = 0;
  // What begins inside a block that ends in no "end" goes on to the same line: a text of such beginnings took hours.
  let failed = 0;
  for (const match of text.matchAll(BEGIN)) {
    if (match.index < from || files.length >= MAX_FILES) continue;
    if (match.index < failed) continue;
    const { content, end } = decodeBlock(text, match.index + match[0].length + 1);
    if (!content) {
      failed = end;
      continue;
    }
    kept.push(text.slice(from, match.index));
    files.push({ name: match[1] ?? "", content });
    from = end;
  }
  kept.push(text.slice(from));
  return { text: kept.join(""), files };
}

/** The end is that of the block, or of the line that shows that it is none. */
function decodeBlock(text: string, start: number): { content?: Uint8Array; end: number } {
  const bytes: number[] = [];
  let at = start;
  while (at < text.length) {
    const lineEnd = text.indexOf("\n", at);
    const line = text.slice(at, lineEnd < 0 ? text.length : lineEnd).trimEnd();
    at = lineEnd < 0 ? text.length : lineEnd + 1;
    if (line === "end") return { content: Uint8Array.from(bytes), end: at };
    if (line === "" || line === "`") continue;
    const length = (line.charCodeAt(0) - 32) & 63;
    // 45 bytes a line at most; a text line that only looks like one has the wrong length for its first letter.
    if (length > 45 || line.length < Math.ceil((length * 4) / 3) || line.length > 66) return { end: at };
    decodeLine(line, length, bytes);
  }
  return { end: at };
}

function decodeLine(line: string, length: number, bytes: number[]): void {
  const six = (i: number) => (line.charCodeAt(i) - 32) & 63 || 0;
  for (let i = 1, left = length; left > 0; i += 4, left -= 3) {
    const group = (six(i) << 18) | (six(i + 1) << 12) | (six(i + 2) << 6) | six(i + 3);
    bytes.push(group >> 16);
    if (left > 1) bytes.push((group >> 8) & 255);
    if (left > 2) bytes.push(group & 255);
  }
}
