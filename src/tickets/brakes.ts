import { appendAudit } from "../db/audit.ts";
import { addBrake, type Brake, getBrake, openBrakes, settleBrake } from "../db/brakes.ts";
import type { Tx } from "../db/database.ts";
import { addSettingsVersion, latestSettings } from "../db/settings-versions.ts";
import { authorise, type Forbidden } from "../domain/roles.ts";
import type { Posture } from "../domain/settings/intents.ts";
import type { Settings } from "../domain/settings/settings.ts";
import type { SaveSettings, SettingsOutcome } from "./change-settings.ts";
import type { Desk } from "./desk.ts";
import { refreshHomes } from "./homes.ts";

/** What Mailroom takes from itself when something went wrong: a new version of the settings that says why. It never gives anything back. */

type Pulled = { kind: Brake["kind"]; subject: string; reason: string };

/**
 * Takes automatic sending from an intent, everywhere, or sending from the whole desk. In the transaction of what was found, so that the two
 * are never apart; the caller reloads the settings afterwards. False when there was nothing left to take.
 */
export async function pullBrake(tx: Tx, { kind, subject, reason }: Pulled, now: number): Promise<boolean> {
  const latest = (await latestSettings(tx))!;
  const lowered = kind === "posture" ? automaticPlaces(latest.settings, subject) : [];
  if (kind === "posture" && lowered.length === 0) return false;
  // Off already, by whoever: what was found has to be told all the same, and put back by somebody who has read it.
  const off = kind === "sending" && !latest.settings.sending.enabled;
  const settings =
    kind === "posture"
      ? withPosture(latest.settings, subject, lowered, "draft")
      : { ...latest.settings, sending: { ...latest.settings.sending, enabled: false } };
  const version = latest.version + (off ? 0 : 1);
  const note = kind === "posture" ? `"${subject}" from auto to draft: ${reason}` : `Sending switched off: ${reason}`;
  if (!off)
    await addSettingsVersion(tx, { version, settings, savedBy: "mailroom", savedAt: now, note: note.slice(0, 500) });
  // Where an earlier brake holds it off, what stood before that one.
  const holding = off ? (await openBrakes(tx)).find((one) => one.kind === "sending") : undefined;
  const wasOff = holding ? holding.wasOff : off;
  const id = await addBrake(tx, { kind, subject, reason, lowered, wasOff, settingsVersion: version, pulledAt: now });
  const details = { brakeId: id, version, subject, reason: reason.slice(0, 300) };
  const action = kind === "posture" ? "posture.lowered" : "sending.stopped";
  await appendAudit(tx, { at: now, actor: "mailroom", action, details });
  await refreshHomes(tx, now);
  return true;
}

/** Mailboxes whose own posture for the intent is `auto`; null stands for the intent's. */
function automaticPlaces({ intents, mailboxes }: Settings, intent: string): (string | null)[] {
  return [
    ...(intents[intent]?.posture === "auto" ? [null] : []),
    ...mailboxes.filter(({ postures }) => postures[intent] === "auto").map(({ address }) => address),
  ];
}

function withPosture(
  settings: Settings,
  intent: string,
  places: readonly (string | null)[],
  posture: Posture,
): Settings {
  const { intents, mailboxes } = settings;
  return {
    ...settings,
    intents: places.includes(null) ? { ...intents, [intent]: { ...intents[intent]!, posture } } : intents,
    mailboxes: mailboxes.map((box) =>
      places.includes(box.address) ? { ...box, postures: { ...box.postures, [intent]: posture } } : box,
    ),
  };
}

/** Whether what was taken is still gone: a person may have given it back by another way. */
export function isInForce({ kind, subject, lowered }: Brake, settings: Settings): boolean {
  if (kind === "sending") return !settings.sending.enabled;
  const automatic = automaticPlaces(settings, subject);
  return subject in settings.intents && !lowered.some((place) => automatic.includes(place));
}

/** Those that people have released by another way are settled: taken again later, by a person, they are no news. */
export async function releaseMooted({ db, settings, now }: Desk): Promise<void> {
  for (const brake of await openBrakes(db.read))
    if (!isInForce(brake, settings.current().settings))
      await db.transaction((tx) => settleBrake(tx, brake.id, "mailroom", now()));
}

export type BrakeOutcome =
  | SettingsOutcome
  | { kind: "left" }
  | { kind: "settled-already" }
  /** Settled, and sending stays off: somebody had switched it off before, or another brake holds it. */
  | { kind: "stays-off"; because: "by-hand" | "another" };

/** Put back: the posture, or sending, as it was before. Sending comes back with the last brake that holds it off. */
export const putBack =
  ({ db, settings, now }: Desk, save: SaveSettings) =>
  async ({ by, brakeId }: { by: string; brakeId: number }): Promise<BrakeOutcome> => {
    const may = authorise(settings.current().settings, by, "admin");
    if (may.kind === "forbidden") return may;
    const brake = await getBrake(db.read, brakeId);
    if (!brake || brake.settledAt !== null) return { kind: "settled-already" };
    if (brake.kind === "sending") {
      const others = (await openBrakes(db.read)).some(({ kind, id }) => kind === "sending" && id !== brake.id);
      if (brake.wasOff || others) {
        const settled = await db.transaction((tx) => settle(tx, brake, by, "brake.released", now()));
        return settled ? { kind: "stays-off", because: others ? "another" : "by-hand" } : { kind: "settled-already" };
      }
    }
    const outcome = await save({
      by,
      note: `Put back after: ${brake.reason}`,
      change: (current) =>
        brake.kind === "sending"
          ? { ...current, sending: { ...current.sending, enabled: true } }
          : brake.subject in current.intents
            ? withPosture(current, brake.subject, brake.lowered, "auto")
            : current,
    });
    if (outcome.kind === "saved" || outcome.kind === "unchanged")
      await db.transaction((tx) => settle(tx, brake, by, "brake.released", now()));
    return outcome;
  };

/** Leave it as it is: the alert has been read. */
export const leaveBrake =
  ({ db, settings, now }: Desk) =>
  async ({
    by,
    brakeId,
  }: {
    by: string;
    brakeId: number;
  }): Promise<{ kind: "left" | "settled-already" } | Forbidden> => {
    const may = authorise(settings.current().settings, by, "admin");
    if (may.kind === "forbidden") return may;
    return db.transaction(async (tx) => {
      const brake = await getBrake(tx, brakeId);
      const settled = brake !== undefined && (await settle(tx, brake, by, "brake.left", now()));
      return { kind: settled ? "left" : "settled-already" };
    });
  };

async function settle(tx: Tx, { id }: Brake, by: string, action: string, now: number): Promise<boolean> {
  if (!(await settleBrake(tx, id, by, now))) return false;
  await appendAudit(tx, { at: now, actor: by, action, details: { brakeId: id } });
  return true;
}
