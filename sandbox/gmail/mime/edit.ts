import { readHeaders } from "./headers.ts";

/** Changes to a header block that leave every other byte of the mail as it was. */

const eolOf = (raw: Buffer): string => {
  const lf = raw.indexOf(10);
  return lf > 0 && raw[lf - 1] !== 13 ? "\n" : "\r\n";
};

export function prependHeaders(raw: Buffer, fields: readonly (readonly [string, string])[]): Buffer {
  const eol = eolOf(raw);
  const top = fields.map(([name, value]) => `${name}: ${value.replace(/\r?\n/g, eol)}${eol}`).join("");
  return Buffer.concat([Buffer.from(top), raw]);
}

export function removeHeader(raw: Buffer, name: string): Buffer {
  const kept: Buffer[] = [];
  let at = 0;
  for (const field of readHeaders(raw).fields) {
    if (field.name.toLowerCase() !== name.toLowerCase()) continue;
    kept.push(raw.subarray(at, field.start));
    at = field.end;
  }
  return at === 0 ? raw : Buffer.concat([...kept, raw.subarray(at)]);
}

/** Replaces the field where it stands (and drops its repeats), or adds it below the others. */
export function setHeader(raw: Buffer, name: string, value: string): Buffer {
  const { fields, bodyStart } = readHeaders(raw);
  const eol = eolOf(raw);
  const line = Buffer.from(`${name}: ${value}${eol}`);
  const first = fields.find((field) => field.name.toLowerCase() === name.toLowerCase());
  if (first) {
    const before = raw.subarray(0, first.start);
    return Buffer.concat([before, line, removeHeader(raw.subarray(first.end), name)]);
  }
  const lastEnd = fields.at(-1)?.end ?? 0;
  // A mail that is all header has no blank line to stand before.
  const endsOpen = lastEnd > 0 && raw[lastEnd - 1] !== 10;
  const gap = fields.length === 0 && bodyStart === 0 ? Buffer.from(eol) : Buffer.alloc(0);
  return Buffer.concat([raw.subarray(0, lastEnd), Buffer.from(endsOpen ? eol : ""), line, gap, raw.subarray(lastEnd)]);
}
