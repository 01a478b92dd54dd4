/** An instant as every reader sees it in their own time zone; the fallback is what notifications and old clients show. */
export function atTime(at: number, now: number, timezone: string): string {
  const sameDay = Math.abs(at - now) < 12 * 60 * 60_000;
  const form = sameDay ? "{time}" : "{date_short_pretty} {time}";
  return `<!date^${Math.floor(at / 1000)}^${form}|${fallback(at, timezone)}>`;
}

/** The same, with the time that is left or has passed; Slack keeps it true on the reader's screen. */
export function atTimeWithCountdown(at: number, now: number, timezone: string): string {
  const sameDay = Math.abs(at - now) < 12 * 60 * 60_000;
  const form = sameDay ? "{time} ({ago})" : "{date_short_pretty} {time} ({ago})";
  return `<!date^${Math.floor(at / 1000)}^${form}|${fallback(at, timezone)} (${span(at - now)})>`;
}

/** `in 42 min`, `3 h ago`: coarse, because it stands still once it is written. */
export function span(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / 60_000);
  if (minutes < 1) return "now";
  const words =
    minutes < 90
      ? `${minutes} min`
      : minutes < 36 * 60
        ? `${Math.round(minutes / 60)} h`
        : `${Math.round(minutes / 1440)} days`;
  return ms > 0 ? `in ${words}` : `${words} ago`;
}

/** How long something took: `12 min`, `3 h 20 min`, `2 days`. */
export function duration(ms: number): string {
  const minutes = Math.max(0, Math.round(ms / 60_000));
  if (minutes === 0) return "less than a minute";
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  const days = Math.round(hours / 24);
  return `${days} ${days === 1 ? "day" : "days"}`;
}

/** For text that Slack does not render: the time, and the day where it is not the next few hours. */
export function clockTime(at: number, now: number, timezone: string): string {
  const day = Math.abs(at - now) < 12 * 60 * 60_000 ? {} : ({ weekday: "short" } as const);
  return formatter(timezone, { hour: "2-digit", minute: "2-digit", ...day }).format(at);
}

const WHOLE = {
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  timeZoneName: "short",
} as const;

const fallback = (at: number, timezone: string): string => formatter(timezone, WHOLE).format(at);

/** Making one takes longer than drawing the rest of a card; there are as many as the readers have time zones. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timezone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timezone} ${Object.keys(options).join()}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", { timeZone: timezone, ...options });
  formatters.set(key, made);
  return made;
}
