const STAMP =
  /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), +(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d\d):(\d\d)(?::(\d\d))? ([+-]\d{4}|GMT|UTC?)/g;
const DATED = /^(?:Date|Received|X-Received|Resent-Date):/i;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/**
 * A recorded mail as it would have been written today: every date of its trace and its Date header moves by as much as
 * the newest one must to become `at`. Zones stay as they are, and no byte of the body changes.
 */
export function redate(raw: Buffer, at: number): Buffer {
  const end = bodyStart(raw);
  // Latin-1 keeps every byte as it is, also those of headers that are not ASCII.
  const head = raw.subarray(0, end).toString("latin1");
  const fields = head.split(/(?<=\n)(?![ \t])/);
  const newest = Math.max(...fields.filter((field) => DATED.test(field)).flatMap(instantsIn));
  if (!Number.isFinite(newest)) return raw;
  const shift = at - newest;
  const moved = fields.map((field) =>
    DATED.test(field)
      ? field.replace(STAMP, (stamp, ...parts) => written(instantOf(parts) + shift, zoneOf(stamp)))
      : field,
  );
  return Buffer.concat([Buffer.from(moved.join(""), "latin1"), raw.subarray(end)]);
}

function bodyStart(raw: Buffer): number {
  const [crlf, lf] = [raw.indexOf("\r\n\r\n"), raw.indexOf("\n\n")];
  const ends = [crlf, lf].filter((position) => position >= 0);
  return ends.length === 0 ? raw.length : Math.min(...ends) + 1;
}

const instantsIn = (field: string): number[] => [...field.matchAll(STAMP)].map(([, ...parts]) => instantOf(parts));

function instantOf(parts: unknown[]): number {
  const [day, month, year, hour, minute, second = "0", zone] = parts as string[];
  const utc = Date.UTC(Number(year), MONTHS.indexOf(month!), Number(day), Number(hour), Number(minute), Number(second));
  return utc - minutesEast(zone!) * 60_000;
}

const zoneOf = (stamp: string): string => stamp.slice(stamp.lastIndexOf(" ") + 1);

function minutesEast(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(zone) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}

function written(at: number, zone: string): string {
  const local = new Date(at + minutesEast(zone) * 60_000);
  const two = (number: number): string => String(number).padStart(2, "0");
  const date = `${two(local.getUTCDate())} ${MONTHS[local.getUTCMonth()]} ${local.getUTCFullYear()}`;
  const time = [local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()].map(two).join(":");
  return `${DAYS[local.getUTCDay()]}, ${date} ${time} ${zone}`;
}
