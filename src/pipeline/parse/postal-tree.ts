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
  state: "header" | "body" | "finished";
  contentDecoder: Decoder;
  feed(line: Uint8Array): void;
}

const LF = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;
const EQUALS = 0x3d;
const DASHED_LINE = Buffer.from("\n--");

/** A tenth of a mail's time went into a result that nobody reads, and into bodies that took their way through a Blob. */
export class TreeParser extends PostalMime {
  /** There once `parse` has resolved. */
  declare root: PostalNode;
  declare currentNode: OpenNode;
  declare processLine: (line: Uint8Array, isFinal: boolean) => Promise<void>;

  /**
   * As the library's, but a body goes on in one piece to the next line of two dashes, the only ones that may end a part: a turn
   * of the event loop for each line took most of the time, and a view of each took gigabytes where all lines are empty.
   */
  async readTree(bytes: Uint8Array): Promise<PostalNode> {
    const mail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    let from = 0;
    while (from < mail.length) {
      const dashes = mail[from] === DASH && mail[from + 1] === DASH;
      const whole = this.currentNode.state !== "header" && !dashes;
      const found = whole ? mail.indexOf(DASHED_LINE, from) : mail.indexOf(LF, from);
      const next = found < 0 ? mail.length : found + 1;
      let end = found < 0 ? mail.length : found;
      if (found < 0 && mail[end - 1] === LF) end--;
      while (end > from && mail[end - 1] === CR) end--;
      const piece = bytes.subarray(from, end);
      if (next >= mail.length || dashes) await this.processLine(piece, next >= mail.length);
      else this.currentNode.feed(piece);
      from = next;
    }
    return this.root;
  }
}

/** The library's decoders make a Blob of a body's lines and wait for its bytes; the one for quoted-printable takes 100 kB at once. */
class Decoder {
  /** Each of whole lines, without the end of its last one. */
  readonly #pieces: Uint8Array[] = [];
  readonly #decode: (pieces: readonly Uint8Array[]) => Uint8Array;

  constructor(encoding: string) {
    this.#decode = encoding.includes("base64")
      ? base64
      : encoding.includes("quoted-printable")
        ? quotedPrintable
        : plain;
  }

  update(piece: Uint8Array): void {
    this.#pieces.push(piece);
  }

  finalize(): Uint8Array {
    return this.#decode(this.#pieces);
  }
}

const sizeOf = (pieces: readonly Uint8Array[]) => pieces.reduce((sum, { length }) => sum + length + 1, 0);

/** Behind the carriage returns that begin at `at`. */
function behindReturns(piece: Uint8Array, at: number): number {
  let behind = at;
  while (piece[behind] === CR) behind++;
  return behind;
}

const endsLine = (piece: Uint8Array, at: number) => at >= piece.length || piece[at] === LF;

function plain(pieces: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(sizeOf(pieces));
  let at = 0;
  for (const piece of pieces) {
    for (let from = 0; from < piece.length; ) {
      const found = piece.indexOf(CR, from);
      const end = found < 0 ? piece.length : found;
      out.set(piece.subarray(from, end), at);
      at += end - from;
      from = behindReturns(piece, end);
      if (endsLine(piece, from)) continue;
      out.fill(CR, at, at + from - end);
      at += from - end;
    }
    out[at++] = LF;
  }
  return out.subarray(0, at);
}

/** RFC 2045 section 6.7; what is no escape stays as it is. */
function quotedPrintable(pieces: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(sizeOf(pieces));
  let at = 0;
  for (const piece of pieces) {
    let soft = false;
    for (let i = 0; i < piece.length; i++) {
      const byte = piece[i] as number;
      if (byte !== EQUALS && byte !== CR) {
        out[at++] = byte;
        continue;
      }
      const behind = behindReturns(piece, byte === CR ? i : i + 1);
      if (endsLine(piece, behind)) {
        soft = byte === EQUALS && behind >= piece.length;
        // A return leaves the line end to be read, a soft break takes it along.
        i = byte === CR ? behind - 1 : behind;
        continue;
      }
      const high = byte === EQUALS ? hexDigit(piece[i + 1] as number) : -1;
      const low = high < 0 ? -1 : hexDigit(piece[i + 2] ?? 0);
      if (low >= 0) i += 2;
      out[at++] = low < 0 ? byte : (high << 4) | low;
    }
    if (!soft) out[at++] = LF;
  }
  return out.subarray(0, at);
}

const SIXTY_FOUR = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const SIX_BITS = new Int8Array(256).fill(-1);
for (let value = 0; value < 64; value++) SIX_BITS[SIXTY_FOUR.charCodeAt(value)] = value;

/**
 * Some mailers pad every line, so padding ends a run of characters and not the body. Sign by sign: to take the junk out and to
 * part what was padded as text took gigabytes where every other sign is one.
 */
function base64(pieces: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(Math.ceil((sizeOf(pieces) * 3) / 4));
  let at = 0;
  let held = 0;
  let bits = 0;
  for (const piece of pieces)
    for (let i = 0; i < piece.length; i++) {
      const byte = piece[i] as number;
      const value = SIX_BITS[byte] as number;
      if (value < 0) {
        if (byte === EQUALS) bits = 0;
        continue;
      }
      held = ((held << 6) | value) & 0xffff;
      bits += 6;
      if (bits < 8) continue;
      bits -= 8;
      out[at++] = (held >> bits) & 0xff;
    }
  return out.subarray(0, at);
}

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

Object.getPrototypeOf(new TreeParser().root).setupContentDecoder = function (this: OpenNode, encoding: string) {
  this.contentDecoder = new Decoder(encoding);
};
