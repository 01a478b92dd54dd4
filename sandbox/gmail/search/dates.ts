const DAY = 86_400_000;

/** `2026/11/21` and `2026-11-21` mean midnight (this account lives in UTC); digits alone are Unix seconds. */
export function instant(value: string): number | undefined {
  if (/^\d{9,11}$/.test(value)) return Number(value) * 1_000;
  const date = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(value);
  return date ? Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3])) : undefined;
}

export function age(value: string): number | undefined {
  const match = /^(\d+)([hdmy])$/i.exec(value);
  if (!match) return undefined;
  const unit = { h: DAY / 24, d: DAY, m: 30 * DAY, y: 365 * DAY }[match[2]?.toLowerCase() as "h" | "d" | "m" | "y"];
  return Number(match[1]) * unit;
}

export function bytes(value: string): number | undefined {
  const match = /^(\d+)([km])?b?$/i.exec(value);
  if (!match) return undefined;
  return Number(match[1]) * ({ k: 1_024, m: 1_048_576 }[match[2]?.toLowerCase() as "k" | "m"] ?? 1);
}
