import { z } from "zod";
import { describeIssues } from "../../src/domain/settings/parse.ts";
import { Complaint } from "../complaint.ts";
import { type Place, placeOf } from "./case.ts";

/** A business as `businesses.json` has to tell of it. What is not there is taken as none. */
const Business = z.object({
  name: z.string().min(1),
  domain: z.string().min(1),
  kind: z.string().default(""),
  home: z.object({ country: z.string().default(""), timezone: z.string() }),
  inboxes: z.array(z.string()).min(1, "name at least one mailbox"),
  products: z
    .array(z.union([z.string(), z.object({ name: z.string(), aliases: z.array(z.string()).default([]) })]))
    .default([]),
  plans: z.array(z.string()).default([]),
  id_formats: z.record(z.string(), z.object({ pattern: z.string() })).default({}),
  customer_domains: z.array(z.string()).default([]),
  vip_domains: z.array(z.string()).default([]),
  suppliers: z.array(z.string()).default([]),
  intents: z.record(z.string(), z.unknown()).optional(),
});

export interface KnownBusiness {
  inboxes: string[];
  place: Place;
}

/** The businesses by the names that labels call them by; the first mistake is told by file and key. */
export function parseBusinesses(text: string, file: string): Map<string, KnownBusiness> {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw new Complaint(`${file} is not JSON: ${(error as Error).message}`);
  }
  const parsed = z.record(z.string(), Business).safeParse(document);
  if (!parsed.success) throw new Complaint(`${file}: ${describeIssues(parsed.error, document)}`);
  return new Map(
    Object.entries(parsed.data).map(([id, business]) => {
      try {
        return [id, { inboxes: business.inboxes, place: placeOf(business) }];
      } catch (error) {
        // The settings have stricter ideas of domains, zones and patterns than this file.
        const why = error instanceof z.ZodError ? describeIssues(error, {}) : (error as Error).message;
        throw new Complaint(`${file}: \`${id}\` makes no usable settings: ${why}`);
      }
    }),
  );
}
