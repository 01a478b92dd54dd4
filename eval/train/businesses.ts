import { readFileSync } from "node:fs";
import { withDefaultIntents } from "../../src/domain/settings/seed.ts";
import { Settings } from "../../src/domain/settings/settings.ts";

/** One fictional business as `*.businesses.json` tells of it; fields we have no use for are left out. */
export interface Business {
  name: string;
  domain: string;
  kind: string;
  home: { country: string; timezone: string };
  inboxes: string[];
  products: (string | { name: string; aliases?: string[] })[];
  plans: string[];
  id_formats: Record<string, { pattern: string }>;
  customer_domains: string[];
  vip_domains: string[];
  /** `domain.example (what they sell us)` */
  suppliers: string[];
  /** As settings write them: laid over the built-in ones, null takes one out. */
  intents?: Record<string, unknown> | undefined;
}

export function readBusinesses(url: URL): Record<string, Business> {
  return JSON.parse(readFileSync(url, "utf8")) as Record<string, Business>;
}

/** The settings such a business would run with. Only what the engine reads is filled in. */
export function settingsOf(business: Business): Settings {
  const hosts = (entries: string[]) => entries.map((entry) => entry.split(" ")[0] ?? "").filter(Boolean);
  return Settings.parse({
    company: { name: business.name, timezone: business.home.timezone, domains: [business.domain] },
    mailboxes: business.inboxes.map((address) => ({ address })),
    queues: { triage: { channel: "C0TRIAGE" } },
    people: [{ slack: "U01ADMIN", name: "Admin", roles: ["admin"] }],
    ...(business.intents && withDefaultIntents({ intents: business.intents })),
    customers: { domains: hosts(business.customer_domains ?? []) },
    vips: { domains: hosts(business.vip_domains ?? []) },
    suppliers: { domains: hosts(business.suppliers ?? []) },
    catalogue: {
      products: business.products,
      plans: business.plans,
      ids: Object.fromEntries(Object.entries(business.id_formats).map(([field, { pattern }]) => [field, pattern])),
    },
  });
}
