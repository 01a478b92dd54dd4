import { z } from "zod";

/** A span of working time as people write it: `45m`, `4h`, `1h30m`. Kept as written; `minutesOf` reads it. */
export const WorkingTime = z
  .string()
  .regex(/^(?=\d)(\d{1,4}h)?(\d{1,5}m)?$/, "write a span of working time such as 45m, 4h or 1h30m");

export function minutesOf(span: string): number {
  const [, hours, minutes] = /^(?:(\d+)h)?(?:(\d+)m)?$/.exec(span) ?? [];
  return Number(hours ?? 0) * 60 + Number(minutes ?? 0);
}

export const SlaByPriority = z.strictObject({
  urgent: WorkingTime.default("30m"),
  high: WorkingTime.default("2h"),
  normal: WorkingTime.default("8h"),
  low: WorkingTime.default("24h"),
});
export type SlaByPriority = z.infer<typeof SlaByPriority>;

/** Three clocks in working time: to the first answer, to each later one, and to the end. */
export const Sla = z.strictObject({
  firstResponse: SlaByPriority.prefault({}),
  nextResponse: SlaByPriority.prefault({}),
  resolution: SlaByPriority.prefault({ urgent: "8h", high: "16h", normal: "40h", low: "80h" }),
});
export type Sla = z.infer<typeof Sla>;

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "write a time of day as HH:MM");
const window = z.string().refine((text) => {
  const [from, to, ...rest] = text.split("-");
  return rest.length === 0 && clock.safeParse(from).success && clock.safeParse(to).success && from! < to!;
}, "write opening hours as HH:MM-HH:MM, the end after the beginning");

const WORKDAY = ["09:00-17:00"];

export const timezone = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}, "write an IANA time zone such as Europe/Berlin");

/** When time counts. Several windows a day are allowed; a day without windows is closed. */
export const Calendar = z.strictObject({
  /** Absent: the company's. */
  timezone: timezone.optional(),
  hours: z
    .strictObject({
      mon: z.array(window).default(WORKDAY),
      tue: z.array(window).default(WORKDAY),
      wed: z.array(window).default(WORKDAY),
      thu: z.array(window).default(WORKDAY),
      fri: z.array(window).default(WORKDAY),
      sat: z.array(window).default([]),
      sun: z.array(window).default([]),
    })
    .prefault({}),
  holidays: z.array(z.iso.date("write a holiday as YYYY-MM-DD")).default([]),
});
export type Calendar = z.infer<typeof Calendar>;

/** A daily span in which no machine-made mail leaves, in the company's time zone; may cross midnight. */
export const QuietHours = z.strictObject({ from: clock, to: clock });
