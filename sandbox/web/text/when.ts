/** Times as a chat shows them, in the person's own time zone. */

const format = (options: Intl.DateTimeFormatOptions) => {
  const known = new Map<string, Intl.DateTimeFormat>();
  return (at: number, timeZone: string | undefined): string => {
    const key = timeZone ?? "";
    let formatter = known.get(key);
    if (!formatter) {
      formatter = new Intl.DateTimeFormat("en-GB", { ...options, ...(timeZone && { timeZone }) });
      known.set(key, formatter);
    }
    return formatter.format(at);
  };
};

export const clock = format({ hour: "2-digit", minute: "2-digit" });
export const dayKey = format({ year: "numeric", month: "2-digit", day: "2-digit" });
const longDay = format({ weekday: "long", day: "numeric", month: "long" });
const shortDay = format({ day: "numeric", month: "short" });
export const full = format({ dateStyle: "full", timeStyle: "medium" });

const DAY_MS = 86_400_000;

export function dayName(at: number, now: number, zone?: string): string {
  const day = dayKey(at, zone);
  if (day === dayKey(now, zone)) return "Today";
  if (day === dayKey(now - DAY_MS, zone)) return "Yesterday";
  return longDay(at, zone);
}

/** The time today, the day before that. */
export const shortly = (at: number, now: number, zone?: string): string =>
  dayKey(at, zone) === dayKey(now, zone) ? clock(at, zone) : shortDay(at, zone);

export const atOf = (ts: string): number => Number(ts) * 1000;
