import { expect, test } from "vitest";
import { readCompany } from "../../../sandbox/demo/company.ts";
import { BUSINESSES } from "../../../sandbox/demo/options.ts";
import { openingHours, settingsOf } from "../../../sandbox/demo/settings.ts";
import { staffOf } from "../../../sandbox/demo/staff.ts";
import { workspaceOf } from "../../../sandbox/demo/workspace.ts";
import { seedSettings } from "../../../src/domain/settings/seed.ts";

const zone = "America/Los_Angeles";
const at = (hour: number) => Date.UTC(2026, 10, 21, hour + 8);

test.each(BUSINESSES)(
  "the settings of %s are ones that Mailroom takes, and name only what its Slack has",
  (business) => {
    const company = readCompany(business);
    const staff = staffOf(company);
    const settings = seedSettings(
      settingsOf(company, staff, { now: at(10), zone, shop: { url: "http://127.0.0.1:4748" } }),
    );
    expect(Object.keys(settings.tools)).toHaveLength(2);
    const workspace = workspaceOf(company, staff, zone);
    const channels = workspace.channels.map(({ id }) => id);
    const users = workspace.users.map(({ id }) => id);
    expect(settings.mailboxes.map(({ address }) => address)).toEqual(company.inboxes);
    for (const queue of Object.values(settings.queues)) {
      expect(channels).toContain(queue.channel);
      expect(queue.owners.length).toBeGreaterThan(0);
      for (const owner of queue.owners) expect(users).toContain(owner);
      // Who owns a queue must see its channel.
      const members = workspace.channels.find(({ id }) => id === queue.channel)?.members ?? [];
      expect(members).toEqual(expect.arrayContaining([...queue.owners, "U0MAILROOM"]));
    }
    expect(new Set(users).size).toBe(users.length);
    expect(settings.people.flatMap(({ roles }) => roles)).toEqual(expect.arrayContaining(["admin", "agent", "viewer"]));
  },
);

test.each([
  { hour: 9, hours: "07:00-22:00" },
  { hour: 3, hours: "00:00-24:00" },
  { hour: 21, hours: "00:00-24:00" },
])("at $hour o'clock the desk is open, $hours", ({ hour, hours }) => {
  expect(openingHours(at(hour), zone)).toBe(hours);
});
