import { MailroomError } from "../../domain/errors.ts";
import { startApart } from "../apart.ts";
import type { Attack } from "./attack.ts";
import type { Found, Scope } from "./rehearse.ts";
import type { Through } from "./try-attack.ts";

export interface Order {
  attacks: readonly Attack[];
  /** As JSON has them. */
  settings: unknown;
  settingsVersion: number;
  now: number;
  without?: readonly string[] | undefined;
}

export type Word = { at: string } | { found: (Through & { attack: string })[] };

const START_MS = 60_000;
/** A hundred times what one takes: the limit is for an attack that never ends. */
const ATTACK_MS = 5_000;
/** Of what it says when it cannot even start. */
const SAID = 300;

/**
 * A rehearsal in a process of its own, which gives back all its memory: attacks in twenty languages have expressions compiled that mail
 * seldom needs. It may start nothing, so PDF files stay unread in it: their words reach the guards all the same, in what the model says.
 */
export async function rehearseApart(
  attacks: readonly Attack[],
  { settings, settingsVersion }: Scope,
  { now, without, signal }: { now: number; without?: readonly string[] | undefined; signal?: AbortSignal | undefined },
): Promise<Found[]> {
  const child = startApart(new URL("./rehearsal-process.ts", import.meta.url), {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    timeout: START_MS + attacks.length * ATTACK_MS,
    killSignal: "SIGKILL",
    ...(signal && { signal }),
  });
  let at = "its start";
  let said = "";
  let found: Extract<Word, { found: unknown }>["found"] | undefined;
  child.stderr!.on("data", (chunk) => {
    said = (said + chunk).slice(-SAID);
  });
  child.on("message", (word: Word) => {
    if ("at" in word) at = `the attack ${word.at}`;
    else found = word.found;
  });
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.name === "AbortError" ? "it was stopped" : error.message));
    child.once("close", (code, by) => resolve(by ? `it ended by ${by}` : `it ended with ${code}`));
  });
  const order: Order = { attacks, settings, settingsVersion, now, without };
  // That it is gone already is told by its end.
  child.send(order, () => undefined);
  const how = await ended;
  if (!found) throw new MailroomError("drill_broken", { detail: `${how} at ${at}${said && `: ${said.trim()}`}` });
  const byId = new Map(attacks.map((attack) => [attack.id, attack]));
  return found.map(({ attack, ...through }) => ({ ...through, attack: byId.get(attack)! }));
}
