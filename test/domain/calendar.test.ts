import { describe, expect, test } from "vitest";
import {
  addWorkingMinutes,
  isOpenAt,
  nextOpening,
  type WorkingCalendar,
  workingMinutesBetween,
} from "../../src/domain/calendar.ts";
import { Calendar } from "../../src/domain/settings/sla.ts";

const calendar = (timezone: string, rest: object = {}): WorkingCalendar => ({ ...Calendar.parse(rest), timezone });
const at = (iso: string) => Date.parse(iso);
const berlin = calendar("Europe/Berlin");

describe("working time", () => {
  test.each([
    { name: "within the day", from: "2026-03-02T09:00+01:00", minutes: 60, to: "2026-03-02T10:00+01:00" },
    {
      name: "to the last minute of the day",
      from: "2026-03-02T16:00+01:00",
      minutes: 60,
      to: "2026-03-02T17:00+01:00",
    },
    { name: "over the night", from: "2026-03-02T16:30+01:00", minutes: 60, to: "2026-03-03T09:30+01:00" },
    { name: "over the weekend", from: "2026-03-06T16:30+01:00", minutes: 60, to: "2026-03-09T09:30+01:00" },
    { name: "from a Sunday", from: "2026-03-08T12:00+01:00", minutes: 30, to: "2026-03-09T09:30+01:00" },
    {
      name: "over the weekend in which clocks go forward",
      from: "2026-03-27T16:00+01:00",
      minutes: 120,
      to: "2026-03-30T10:00+02:00",
    },
    {
      name: "over the weekend in which clocks go back",
      from: "2026-10-23T16:00+02:00",
      minutes: 120,
      to: "2026-10-26T10:00+01:00",
    },
    { name: "nothing", from: "2026-03-02T10:00+01:00", minutes: 0, to: "2026-03-02T10:00+01:00" },
  ])("$name", ({ from, minutes, to }) => {
    expect(new Date(addWorkingMinutes(at(from), minutes, berlin)).toISOString()).toBe(new Date(at(to)).toISOString());
    expect(workingMinutesBetween(at(from), at(to), berlin)).toBe(minutes);
  });

  test("a holiday and a lunch break do not count", () => {
    const lunch = calendar("Europe/Berlin", {
      hours: { thu: ["09:00-12:00", "13:00-17:00"] },
      holidays: ["2026-12-25"],
    });
    expect(addWorkingMinutes(at("2026-12-24T11:30+01:00"), 60, lunch)).toBe(at("2026-12-24T13:30+01:00"));
    expect(addWorkingMinutes(at("2026-12-24T16:30+01:00"), 60, lunch)).toBe(at("2026-12-28T09:30+01:00"));
    expect(workingMinutesBetween(at("2026-12-24T00:00+01:00"), at("2026-12-26T00:00+01:00"), lunch)).toBe(7 * 60);
  });

  test("a night shift that is open when clocks change counts real minutes", () => {
    const always = calendar("Europe/Berlin", {
      hours: { sun: ["00:00-24:00"], sat: [], mon: [], tue: [], wed: [], thu: [], fri: [] },
    });
    expect(workingMinutesBetween(at("2026-03-29T00:00+01:00"), at("2026-03-30T00:00+02:00"), always)).toBe(23 * 60);
    expect(workingMinutesBetween(at("2026-10-25T00:00+02:00"), at("2026-10-26T00:00+01:00"), always)).toBe(25 * 60);
  });

  test("open to the minute, closed at the end", () => {
    expect(isOpenAt(at("2026-03-02T09:00+01:00"), berlin)).toBe(true);
    expect(isOpenAt(at("2026-03-02T16:59:59+01:00"), berlin)).toBe(true);
    expect(isOpenAt(at("2026-03-02T17:00+01:00"), berlin)).toBe(false);
    expect(isOpenAt(at("2026-03-08T10:00+01:00"), berlin)).toBe(false);
    expect(nextOpening(at("2026-03-06T17:00+01:00"), berlin)).toBe(at("2026-03-09T09:00+01:00"));
  });

  test("a calendar that never opens falls back to plain time instead of looking for ever", () => {
    const never = calendar("UTC", { hours: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] } });
    expect(addWorkingMinutes(0, 90, never)).toBe(90 * 60_000);
    expect(nextOpening(0, never)).toBeUndefined();
  });

  test("an earlier end is negative working time: how long something is overdue", () => {
    expect(workingMinutesBetween(at("2026-03-03T09:30+01:00"), at("2026-03-02T16:30+01:00"), berlin)).toBe(-60);
  });
});
