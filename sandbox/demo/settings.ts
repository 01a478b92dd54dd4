import path from "node:path";
import { stringify } from "yaml";
import type { Shop } from "../shop/index.ts";
import { type Company, GOLD } from "./company.ts";
import { shopSettings } from "./shop.ts";
import { type Colleague, channelId, ownersOf, queuesOf } from "./staff.ts";

/** Intents that go to a queue of another name. */
const ELSEWHERE: Record<string, string> = { lead: "sales", vendor: "office", career: "office", personal: "office" };

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/**
 * Working hours in which this moment lies: who tries the desk in the evening wants to see "due in 42 minutes", not a
 * deadline of tomorrow.
 */
export function openingHours(now: number, zone: string): string {
  const hour = Number(
    new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone: zone }).format(now),
  );
  return hour >= 7 && hour < 16 ? "07:00-22:00" : "00:00-24:00";
}

/** The company's Mailroom settings, as its operator would have written them. */
export function settingsOf(
  company: Company,
  staff: Colleague[],
  { now, zone, shop }: { now: number; zone: string; shop?: Pick<Shop, "url"> },
): string {
  const queues = queuesOf(company.key);
  const hours = openingHours(now, zone);
  const admin = staff.find(({ role }) => role === "admin")?.slack;
  return stringify({
    company: {
      name: company.name,
      timezone: zone,
      domains: [company.domain],
      website: `https://www.${company.domain}`,
    },
    mailboxes: company.inboxes.map((address) => ({ address, name: mailboxName(company, address) })),
    queues: Object.fromEntries(
      queues.map((queue) => [
        queue,
        {
          channel: channelId(queue),
          owners: ownersOf(staff, company.key, queue),
          lead: admin,
          escalationChannel: channelId("escalations"),
        },
      ]),
    ),
    people: staff.flatMap(({ slack, name, email, role, skills, languages }) =>
      role === undefined
        ? []
        : [{ slack, name, email, roles: role === "admin" ? ["admin", "agent"] : [role], skills, languages }],
    ),
    intents: Object.fromEntries(Object.entries(ELSEWHERE).map(([intent, queue]) => [intent, { queue }])),
    calendars: { default: { hours: Object.fromEntries(DAYS.map((day) => [day, [hours]])) } },
    vips: { domains: company.vip_domains },
    customers: { domains: company.customer_domains },
    suppliers: { domains: company.suppliers.map((line) => line.split(" ")[0]) },
    catalogue: {
      products: company.products,
      plans: company.plans,
      ids: Object.fromEntries(Object.entries(company.id_formats).map(([name, { pattern }]) => [name, pattern])),
    },
    // An outage on the first morning: nobody waits here until the desk knows what is ordinary.
    incidents: { acquainted: 0 },
    knowledge: { folder: path.join(GOLD, "kb", company.key) },
    answering: {
      signature: {
        en: `The ${company.name} team`,
        de: `Ihr Team von ${company.name}`,
        fr: `L'équipe ${company.name}`,
        es: `El equipo de ${company.name}`,
        it: `Il team di ${company.name}`,
        nl: `Het team van ${company.name}`,
      },
    },
    ...(shop && shopSettings(company, shop)),
    onCall: admin,
    alertsChannel: channelId("escalations"),
  });
}

export function mailboxName({ name }: Company, address: string): string {
  const local = address.split("@")[0] ?? "";
  return `${name} ${local.charAt(0).toUpperCase()}${local.slice(1)}`;
}
