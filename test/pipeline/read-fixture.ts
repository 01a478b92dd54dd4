import { readFileSync } from "node:fs";
import type { Email } from "../../src/domain/email.ts";
import { normalise } from "../../src/pipeline/normalise.ts";

/** The mailboxes and the Google Group that the fixtures are written to. */
export const CONTEXT = {
  ourAddresses: new Set(["support@larkspur.example", "billing@larkspur.example", "sales@larkspur.example"]),
  groupListIds: new Set(["support.larkspur.example"]),
};

export const fixtureBytes = (name: string): Uint8Array =>
  readFileSync(new URL(`../fixtures/mail/${name}.eml`, import.meta.url));

export const readFixture = (name: string): Promise<Email> => normalise(fixtureBytes(name), CONTEXT);

/** Line breaks are kept in an Email and do not matter to these tables. */
export const fold = (text: string): string => text.replace(/\s+/g, " ").trim();
