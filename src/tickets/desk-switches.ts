import { appendAudit } from "../db/audit.ts";
import { findMailboxes, setMailboxPause } from "../db/mailboxes.ts";
import { getPerson, savePerson } from "../db/people.ts";
import { authorise, type Forbidden } from "../domain/roles.ts";
import type { Desk } from "./desk.ts";
import { refreshHomes } from "./homes.ts";

export type PauseOutcome =
  | { kind: "done"; address: string }
  | { kind: "so-already"; address: string }
  | { kind: "no-mailbox"; known: string[] }
  | Forbidden;

/** Stops or resumes reading and sending for one mailbox. What arrives meanwhile waits in Gmail and is read afterwards. */
export const pauseMailbox =
  ({ db, settings, now }: Desk) =>
  async ({ by, address, pause }: { by: string; address: string; pause: boolean }): Promise<PauseOutcome> => {
    const { settings: current } = settings.current();
    const may = authorise(current, by, "admin");
    if (may.kind === "forbidden") return may;
    const known = current.mailboxes.map((one) => one.address);
    const wanted = known.find((one) => one === address.toLowerCase() || one.startsWith(`${address.toLowerCase()}@`));
    if (!wanted) return { kind: "no-mailbox", known };
    const [mailbox] = await findMailboxes(db.read, [wanted]);
    if (!mailbox) return { kind: "no-mailbox", known };
    return db.transaction(async (tx) => {
      if (!(await setMailboxPause(tx, mailbox.id, pause ? by : null, now())))
        return { kind: "so-already", address: wanted };
      await appendAudit(tx, {
        at: now(),
        actor: by,
        action: pause ? "mailbox.paused" : "mailbox.resumed",
        details: { mailboxId: mailbox.id },
      });
      await refreshHomes(tx, now());
      return { kind: "done", address: wanted };
    });
  };

export const readMuted =
  ({ db }: Desk) =>
  async (user: string): Promise<string[]> =>
    (await getPerson(db.read, user))?.muted ?? [];

export const saveMuted =
  ({ db, settings }: Desk) =>
  async ({ by, muted }: { by: string; muted: string[] }): Promise<{ kind: "saved" } | Forbidden> => {
    const may = authorise(settings.current().settings, by, "viewer");
    if (may.kind === "forbidden") return may;
    await db.transaction((tx) => savePerson(tx, by, { muted }));
    return { kind: "saved" };
  };
