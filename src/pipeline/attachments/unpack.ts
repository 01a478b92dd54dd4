import { gunzipSync, inflateRawSync } from "node:zlib";

/** More than this is not unpacked of one mail, all its files together: it is a moment of the one processor everybody shares. */
const MOST_UNPACKED = 16 * 1024 * 1024;
/** Deflate can do no better, so a file that breaks half-way has cost no more than this. */
const BEST_RATIO = 1_032;

type Inflate = (bytes: Uint8Array, options: { maxOutputLength: number }) => Uint8Array;

/** Unpacks the files of one mail, until it has had its share. */
export class Unpacker {
  #left = MOST_UNPACKED;

  gunzip(bytes: Uint8Array): Uint8Array | "too-large" | "damaged" {
    return this.#unpack(gunzipSync, bytes, MOST_UNPACKED);
  }

  inflate(bytes: Uint8Array, mostBytes: number): Uint8Array | "too-large" | "damaged" {
    return this.#unpack(inflateRawSync, bytes, mostBytes);
  }

  #unpack(inflate: Inflate, bytes: Uint8Array, mostBytes: number): Uint8Array | "too-large" | "damaged" {
    const limit = Math.min(mostBytes, this.#left);
    if (limit <= 0) return "too-large";
    try {
      // The sizes a file states are claims; the limit holds whatever they say.
      const inside = inflate(bytes, { maxOutputLength: limit });
      this.#left -= inside.length;
      return inside;
    } catch (error) {
      this.#left -= Math.min(limit, bytes.length * BEST_RATIO);
      return (error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE" ? "too-large" : "damaged";
    }
  }
}
