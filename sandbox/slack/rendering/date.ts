export interface Viewer {
  timeZone: string;
  now: number;
}

type Style = Intl.DateTimeFormatOptions;

const STYLES: Record<string, Style> = {
  date: { month: "long", day: "numeric", year: "numeric" },
  date_short: { month: "short", day: "numeric", year: "numeric" },
  date_long: { weekday: "long", month: "long", day: "numeric", year: "numeric" },
  time: { hour: "2-digit", minute: "2-digit", hour12: false },
  time_secs: { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false },
};

const DAY_MS = 86_400_000;

/** A date command as one person's client shows it: their time zone, "today" and "in 42 minutes" by their clock. */
export function formatDate(timestamp: number, format: string, viewer: Viewer): string {
  return format.replace(/\{(\w+)\}/g, (whole, token: string) => {
    if (token === "date_num") return dayKey(timestamp * 1000, viewer.timeZone);
    if (token === "ago") return relative(timestamp * 1000 - viewer.now);
    const pretty = token.endsWith("_pretty");
    const style = STYLES[pretty ? token.slice(0, -"_pretty".length) : token];
    if (style === undefined) return whole;
    return (pretty && nearDay(timestamp * 1000, viewer)) || show(timestamp * 1000, style, viewer.timeZone);
  });
}

const show = (at: number, style: Style, timeZone: string): string =>
  new Intl.DateTimeFormat("en-US", { ...style, timeZone }).format(at);

const dayKey = (at: number, timeZone: string): string => new Intl.DateTimeFormat("en-CA", { timeZone }).format(at);

function nearDay(at: number, { now, timeZone }: Viewer): string | undefined {
  const day = dayKey(at, timeZone);
  if (day === dayKey(now, timeZone)) return "today";
  if (day === dayKey(now - DAY_MS, timeZone)) return "yesterday";
  if (day === dayKey(now + DAY_MS, timeZone)) return "tomorrow";
  return undefined;
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", DAY_MS],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000],
];

function relative(difference: number): string {
  const [unit, size] = UNITS.find(([, ms]) => Math.abs(difference) >= ms) ?? (["second", 1000] as const);
  return new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(Math.round(difference / size), unit);
}
