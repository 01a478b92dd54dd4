import PostalMime from "postal-mime";

/**
 * What postal-mime 4.0.0 keeps of a part. Its public result joins the text of all parts and converts HTML by itself, which
 * hides which words came from where, so the tree behind it is read; `test/pipeline/mime.test.ts` fails if it changes shape.
 */
export interface PostalNode {
  contentType: { parsed: { value: string; params: Record<string, string> }; multipart: string | false };
  contentDisposition: { parsed: { value: string; params: Record<string, string> } };
  contentId?: string;
  headers: { key: string; value: string }[];
  childNodes: PostalNode[];
  /** As our decoders below leave it. */
  content: Uint8Array | null;
}

interface OpenNode extends PostalNode {
  contentDecoder: Decoder;
  feed(line: Uint8Array): void;
}

const LF = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;
const EQUALS = 0x3d;

/** A tenth of a mail's time went into a result that nobody reads, and into bodies that took their way through a Blob. */
export class TreeParser extends PostalMime {
  /** There once `parse` has resolved. */
  declare root: PostalNode;
  declare currentNode: OpenNode;
  declare processLine: (line: Uint8Array, isFinal: boolean) => Promise<void>;

  /** As the library's, but only a line that may end a part is waited for: all others take a turn of the event loop each. */
  async readTree(bytes: Uint8Array): Promise<PostalNode> {
    let from = 0;
    while (from < bytes.length) {
      const lineEnd = bytes.indexOf(LF, from);
      const next = lineEnd < 0 ? bytes.length : lineEnd + 1;
      let end = lineEnd < 0 ? bytes.length : lineEnd;
      while (end > from && bytes[end - 1] === CR) end--;
      const line = bytes.subarray(from, end);
      if (next >= bytes.length || line[0] === DASH) await this.processLine(line, next >= bytes.length);
      else this.currentNode.feed(line);
      from = next;
    }
    return this.root;
  }
}

/** The library's decoders make a Blob of a body's lines and wait for its bytes; the one for quoted-printable takes 100 kB at once. */
class Decoder {
  readonly #lines: Uint8Array[] = [];
  readonly #decode: (lines: readonly Uint8Array[]) => Uint8Array;

  constructor(encoding: string) {
    this.#decode = encoding.includes("base64")
      ? base64
      : encoding.includes("quoted-printable")
        ? quotedPrintable
        : plain;
  }

  update(line: Uint8Array): void {
    this.#lines.push(line);
  }

  finalize(): Uint8Array {
    return this.#decode(this.#lines);
  }
}

const sizeOf = (lines: readonly Uint8Array[]) => lines.reduce((sum, { length }) => sum + length + 1, 0);

function plain(lines: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(sizeOf(lines));
  let at = 0;
  for (const line of lines) {
    out.set(line, at);
    at += line.length + 1;
    out[at - 1] = LF;
  }
  return out;
}

/** RFC 2045 section 6.7; what is no escape stays as it is. */
function quotedPrintable(lines: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(sizeOf(lines));
  let at = 0;
  for (const line of lines) {
    const soft = line.at(-1) === EQUALS;
    const length = soft ? line.length - 1 : line.length;
    for (let i = 0; i < length; i++) {
      const byte = line[i] as number;
      const high = byte === EQUALS && i + 2 < length ? hexDigit(line[i + 1] as number) : -1;
      const low = high < 0 ? -1 : hexDigit(line[i + 2] as number);
      if (low >= 0) i += 2;
      out[at++] = low < 0 ? byte : (high << 4) | low;
    }
    if (!soft) out[at++] = LF;
  }
  return out.subarray(0, at);
}

/** Some mailers pad every line, so padding ends a run of characters and not the body. */
function base64(lines: readonly Uint8Array[]): Uint8Array {
  const runs = Buffer.concat(lines)
    .latin1Slice()
    .replace(/[^a-zA-Z0-9+/=]+/g, "")
    .split(/=+/)
    .map((run) => Buffer.from(run, "base64"));
  return Uint8Array.from(runs.length === 1 ? (runs[0] as Buffer) : Buffer.concat(runs));
}

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

Object.getPrototypeOf(new TreeParser().root).setupContentDecoder = function (this: OpenNode, encoding: string) {
  this.contentDecoder = new Decoder(encoding);
};
