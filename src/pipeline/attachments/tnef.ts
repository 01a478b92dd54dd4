/** Names of the files inside a winmail.dat (MS-OXTNEF): Outlook's own wrapping, which other programs cannot open. */
const SIGNATURE = 0x223e9f78;
const ATTACHMENT_TITLE = 0x00018010;
const MAX_ATTRIBUTES = 500;

export function tnefNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  if (bytes.length < 6 || view.getUint32(0, true) !== SIGNATURE) return names;
  let at = 6;
  for (let i = 0; i < MAX_ATTRIBUTES && at + 9 <= bytes.length; i++) {
    const id = view.getUint32(at + 1, true);
    const length = view.getUint32(at + 5, true);
    const start = at + 9;
    if (start + length > bytes.length) break;
    if (id === ATTACHMENT_TITLE) {
      const title = new TextDecoder("windows-1252").decode(bytes.subarray(start, start + Math.min(length, 260)));
      const name = title.split("\0", 1)[0]?.trim();
      if (name) names.push(name);
    }
    // level, id, length, data, checksum
    at = start + length + 2;
  }
  return names;
}
