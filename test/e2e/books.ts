import { expect } from "vitest";
import type { Database } from "../../src/db/database.ts";
import { getDecision, type StoredDecision } from "../../src/db/decisions.ts";
import { loadKeys } from "../../src/db/key-file.ts";
import { accountOf, findLedgerRow, type LedgerRow } from "../../src/db/ledger.ts";
import { findMailboxes, type Mailbox, storeCredential } from "../../src/db/mailboxes.ts";
import { openDatabase } from "../../src/db/open.ts";
import { getTicket } from "../../src/db/tickets.ts";
import { createVault } from "../../src/db/vault.ts";
import { type Desk, SUPPORT } from "./desk.ts";

/** The app's own database, read beside the running app: what was accounted for, and how. */
export interface Books {
  db: Database;
  mailbox(address?: string): Promise<Mailbox>;
  /** What became of a message; waits until it is settled. */
  fateOf(providerId: string, address?: string): Promise<LedgerRow>;
  /** The decision that stands on a message's ticket. */
  decisionOn(providerId: string, address?: string): Promise<StoredDecision>;
  /** Resolves once every mail that was ever seen has its one final state. */
  balanced(): Promise<{ received: number; accounted: number; failed: number }>;
  /** What `gmail:connect` does at its end. */
  connect(address: string, refreshToken: string): Promise<void>;
  close(): Promise<void>;
}

const PATIENCE = { timeout: 40_000, interval: 50 };

export function openBooks(desk: Desk): Books {
  const url = `file:${desk.folder}/mailroom.db`;
  const db = openDatabase(url, createVault(loadKeys(undefined, url)));
  const books: Books = {
    db,
    mailbox: async (address = SUPPORT) => (await findMailboxes(db.read, [address]))[0]!,
    async fateOf(providerId, address = SUPPORT) {
      const { id } = await books.mailbox(address);
      const look = () => findLedgerRow(db.read, id, providerId);
      await expect
        .poll(async () => (await look())?.state ?? "unseen", {
          ...PATIENCE,
          message: `${providerId} is settled; log: ${desk.log().slice(-2_000)}`,
        })
        .not.toMatch(/^(unseen|pending)$/);
      return (await look())!;
    },
    async decisionOn(providerId, address) {
      const { ticketId } = await books.fateOf(providerId, address);
      const ticket = await getTicket(db.read, ticketId!);
      return (await getDecision(db.read, ticket!.decisionId!))!;
    },
    async balanced() {
      await expect
        .poll(async () => {
          const { received, accounted } = await accountOf(db.read);
          return received - accounted;
        }, PATIENCE)
        .toBe(0);
      return accountOf(db.read);
    },
    connect: (address, refreshToken) => db.transaction((tx) => storeCredential(tx, address, refreshToken)),
    close: () => db.close(),
  };
  return books;
}
