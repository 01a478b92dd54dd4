import type { Unpacker } from "./unpack.ts";

/** The table of contents of a zip file, read without unpacking anything. */
export interface ZipListing {
  entries: ZipEntry[];
  encrypted: boolean;
  /** Sum of what the entries say they unpack to. */
  unpackedBytes: number;
}

export interface ZipEntry {
  name: string;
  method: number;
  packedBytes: number;
  unpackedBytes: number;
  headerAt: number;
}

const MAX_ENTRIES = 2_000;
const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/** Undefined where the directory cannot be read, or not whole: nobody is to take part of it for all. */
export function listZip(bytes: Uint8Array): ZipListing | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) return undefined;
  const listing: ZipListing = { entries: [], encrypted: false, unpackedBytes: 0 };
  let at = view.getUint32(end + 16, true);
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) return undefined;
  const isEntry = () => at + 46 <= bytes.length && view.getUint32(at, true) === CENTRAL;
  while (isEntry() && listing.entries.length < count) {
    const nameLength = view.getUint16(at + 28, true);
    const entry: ZipEntry = {
      // The end of a long name, because there it says what it is.
      name: new TextDecoder().decode(bytes.subarray(at + 46 + Math.max(0, nameLength - 512), at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packedBytes: view.getUint32(at + 20, true),
      unpackedBytes: view.getUint32(at + 24, true),
      headerAt: view.getUint32(at + 42, true),
    };
    if (view.getUint16(at + 8, true) & 1) listing.encrypted = true;
    listing.entries.push(entry);
    listing.unpackedBytes += entry.unpackedBytes;
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return listing.entries.length === count && !isEntry() ? listing : undefined;
}

function findEnd(view: DataView): number {
  // The record has 22 bytes and a comment of up to 64 kB behind it.
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at > last - 65_536; at--) if (view.getUint32(at, true) === END) return at;
  return -1;
}

/** One entry, unpacked up to `mostBytes`; undefined if it is larger, damaged or packed in another way. */
export function readZipEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  mostBytes: number,
  unpacker: Unpacker,
): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.headerAt + 30 > bytes.length || view.getUint32(entry.headerAt, true) !== LOCAL) return undefined;
  const start =
    entry.headerAt + 30 + view.getUint16(entry.headerAt + 26, true) + view.getUint16(entry.headerAt + 28, true);
  const packed = bytes.subarray(start, start + entry.packedBytes);
  if (entry.method === 0) return packed.length <= mostBytes ? packed : undefined;
  if (entry.method !== 8) return undefined;
  const inside = unpacker.inflate(packed, mostBytes);
  return typeof inside === "string" ? undefined : inside;
}
