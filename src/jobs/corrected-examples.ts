import { mailsPutRight, stillStand } from "../db/corrections.ts";
import { decisionsOn } from "../db/decisions.ts";
import { listMailboxes } from "../db/mailboxes.ts";
import { getMessage } from "../db/messages.ts";
import { toFailure } from "../domain/errors.ts";
import { EVIDENCE_MS } from "../domain/evidence.ts";
import type { Settings } from "../domain/settings/settings.ts";
import { type CorrectedExamples, exampleFrom, NO_EXAMPLES } from "../pipeline/understand/corrected-example.ts";
import type { DeskJobs } from "./desk-jobs.ts";

const DAY_MS = 24 * 60 * 60_000;
/** For each intent so many, the newest: of these the prompt takes what differs most from the settings' own. */
const CANDIDATES = 5;
/** And so many are looked at for them, so that a row of mails that will not do costs little. */
const LOOKED_AT = 15;
/** Of all intents. */
const ROWS = 500;

interface Chosen {
  examples: CorrectedExamples;
  /** The corrections that they are from. */
  ids: number[];
}

type Deps = Pick<DeskJobs, "db" | "now" | "log">;

/**
 * Examples from what people put right up to the last midnight (UTC): one set a day and settings version, so that the prompt stays the
 * same to the letter. They are read from the mails and kept nowhere else; whether these are still there is asked before each use, so
 * that what is erased, or put right otherwise, is in no prompt from then on.
 */
export function openExamples(deps: Deps): (settings: Settings) => Promise<CorrectedExamples> {
  const { db, now } = deps;
  const days = new WeakMap<Settings, { midnight: number; chosen: Promise<Chosen> }>();
  return async (settings) => {
    if (!settings.model.examplesFromCorrections) return NO_EXAMPLES;
    const midnight = Math.floor(now() / DAY_MS) * DAY_MS;
    const chooseNow = () => {
      const today = { midnight, chosen: choose(deps, settings, midnight) };
      days.set(settings, today);
      return today;
    };
    const known = days.get(settings);
    const today = known?.midnight === midnight ? known : chooseNow();
    const { examples, ids } = await today.chosen;
    if (await stillStand(db.read, ids)) return examples;
    const newer = days.get(settings);
    return (await (newer && newer !== today ? newer : chooseNow()).chosen).examples;
  };
}

/** Examples are a help: a day without them is better than mail that nobody reads. */
async function choose({ db, log }: Deps, settings: Settings, midnight: number): Promise<Chosen> {
  try {
    return await chosenAt(db.read, settings, midnight);
  } catch (error) {
    log.warn({ code: toFailure(error).code }, "no examples could be made of corrections");
    return { examples: NO_EXAMPLES, ids: [] };
  }
}

async function chosenAt(db: DeskJobs["db"]["read"], settings: Settings, midnight: number): Promise<Chosen> {
  const addresses = new Map((await listMailboxes(db)).map(({ id, address }) => [id, address]));
  const found = new Map<string, { looked: number; lines: string[] }>();
  const senders = new Set<string>();
  const ids: number[] = [];
  for (const row of await mailsPutRight(db, { from: midnight - EVIDENCE_MS, before: midnight }, ROWS)) {
    if (row.intent === null || !Object.hasOwn(settings.intents, row.intent)) continue;
    // Whoever writes a lot, or wants to, teaches no more than anybody else.
    if (row.senderHash !== null && senders.has(row.senderHash)) continue;
    const of = found.get(row.intent) ?? { looked: 0, lines: [] };
    found.set(row.intent, of);
    if (of.lines.length === CANDIDATES || of.looked === LOOKED_AT) continue;
    of.looked += 1;
    const line = await lineOf(db, row.messageId, addresses.get(row.mailboxId), settings);
    // Mail waits for its turn, not for all of these.
    await new Promise(setImmediate);
    if (line === undefined || of.lines.includes(line)) continue;
    of.lines.push(line);
    ids.push(row.id);
    if (row.senderHash !== null) senders.add(row.senderHash);
  }
  if (ids.length === 0) return { examples: NO_EXAMPLES, ids };
  return { examples: Object.fromEntries([...found].map(([intent, { lines }]) => [intent, lines])), ids };
}

async function lineOf(
  db: DeskJobs["db"]["read"],
  messageId: number | null,
  mailbox: string | undefined,
  settings: Settings,
): Promise<string | undefined> {
  const message = messageId === null ? undefined : await getMessage(db, messageId);
  if (!message?.email || message.direction !== "in" || mailbox === undefined) return undefined;
  const decided = (await decisionsOn(db, message.id)).flatMap(({ decision }) => decision ?? []);
  const riskFlags = decided.flatMap((decision) => decision.riskFlags);
  return exampleFrom({ email: message.email, mailbox, riskFlags, entities: decided[0]?.entities }, settings);
}
