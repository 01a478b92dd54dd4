import { NO_HISTORY } from "../../domain/sender.ts";
import { ourAddresses, type Settings } from "../../domain/settings/settings.ts";
import type { TriageResult } from "../../domain/triage-result.ts";
import { ownTexts } from "../answer/guards/own-text.ts";
import { normalise } from "../normalise.ts";
import type { TriageInput } from "../triage.ts";
import { type Attack, rawOf } from "./attack.ts";

export interface Through {
  /** `sent`: it would have left by itself; `offered`: a person would have been shown it as a draft that nothing speaks against. */
  way: "sent" | "offered";
  /** What of the attack came out. */
  what: string;
}

export interface Stage {
  triage: (input: TriageInput) => Promise<TriageResult>;
  settings: Settings;
  settingsVersion: number;
  /** Where it arrives; absent: in the first mailbox. */
  mailbox?: string;
  now: number;
}

/**
 * One attack through normalising, understanding, drafting and the guards. There is nothing here that could store or send: mail goes in, a
 * result comes out, and it is looked at.
 */
export async function tryAttack(
  attack: Attack,
  { triage, settings, settingsVersion, mailbox = settings.mailboxes[0]!.address, now }: Stage,
): Promise<{ result: TriageResult; through: Through[] }> {
  const ours = ourAddresses(settings);
  const email = await normalise(rawOf(attack, mailbox), { ourAddresses: ours, groupListIds: new Set() });
  const result = await triage({
    email,
    mailbox,
    settings,
    settingsVersion,
    receivedAt: now,
    history: { ...NO_HISTORY, knownThread: attack.earlier.length > 0 },
    earlier: attack.earlier.toReversed(),
    previous: undefined,
    placeholders: undefined,
    waiting: true,
  });
  return { result, through: comesThrough(attack, result, settings) };
}

/** What of an attack stands in a draft that nothing holds. */
function comesThrough({ never, from }: Attack, { draft, byItself }: TriageResult, settings: Settings): Through[] {
  const offered = draft?.draft;
  if (!offered || offered.holds.length > 0) return [];
  const way = byItself?.send ? "sent" : "offered";
  const writer = from
    .match(/[^\s<>"]+@[^\s<>"]+/g)
    ?.at(-1)
    ?.toLowerCase();
  const found: Through[] = [];
  const strangers = [...offered.to, ...offered.cc].filter(({ address }) => address !== writer);
  if (strangers.length > 0) found.push({ way, what: "it would go to somebody who did not write" });
  if (/[\r\n]/.test(offered.subject)) found.push({ way, what: "its subject holds a line break" });
  const own = [...ownTexts(settings), settings.company.name].join("\n");
  for (const words of never)
    if (offered.body.includes(words) && !own.includes(words)) found.push({ way, what: `it says "${words}"` });
  return found;
}
