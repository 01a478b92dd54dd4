import fc from "fast-check";
import { expect, test } from "vitest";
import { instantOf, wallTime } from "../../../sandbox/web/text/zone.ts";

test.each([
  { wall: "2026-11-21T14:30", zone: "Europe/Berlin", iso: "2026-11-21T13:30:00.000Z" },
  { wall: "2026-07-01T09:00", zone: "America/New_York", iso: "2026-07-01T13:00:00.000Z" },
  { wall: "2026-11-21T00:15", zone: "Asia/Kathmandu", iso: "2026-11-20T18:30:00.000Z" },
  // The night the clocks go forward: 02:30 is not there and means 03:30.
  { wall: "2026-03-29T02:30", zone: "Europe/Berlin", iso: "2026-03-29T01:30:00.000Z" },
])("$wall in $zone", ({ wall, zone, iso }) => {
  expect(new Date(instantOf(wall, zone)).toISOString()).toBe(iso);
});

test("there and back, except in the hour that comes twice", () => {
  const minutes = fc.integer({ min: Date.UTC(2025, 0, 1) / 60_000, max: Date.UTC(2028, 0, 1) / 60_000 });
  const zone = fc.constantFrom("Europe/Berlin", "America/Los_Angeles", "Asia/Tokyo", "Australia/Lord_Howe");
  fc.assert(
    fc.property(minutes, zone, (minute, timeZone) => {
      const wall = wallTime(minute * 60_000, timeZone);
      expect(wallTime(instantOf(wall, timeZone), timeZone)).toBe(wall);
    }),
  );
});
