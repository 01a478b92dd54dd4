/** Wall-clock time in a zone and instants, for pickers that show a person their own time. */

const parts = (at: number, timeZone: string): Record<string, string> =>
  Object.fromEntries(
    new Intl.DateTimeFormat("en-CA", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );

/** `2026-11-21T14:30` as the clock on the wall shows it there. */
export function wallTime(at: number, timeZone: string): string {
  const { year, month, day, hour, minute } = parts(at, timeZone);
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/** The other way round. An hour that the clocks skip becomes the one after it. */
export function instantOf(wall: string, timeZone: string): number {
  const asUtc = Date.parse(`${wall}:00Z`);
  const offset = (at: number): number => Date.parse(`${wallTime(at, timeZone)}:00Z`) - at;
  // The zone's offset at the guess may be that of the other side of a clock change; the second look settles it.
  const guess = asUtc - offset(asUtc);
  return asUtc - offset(guess);
}
