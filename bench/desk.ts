import { type Desk, mailFrom, openDesk, SUPPORT, shownOn } from "../test/e2e/desk.ts";
import { labelledMail } from "./gold.ts";

const CHANNELS = ["C0TRIAGE", "C0SUPPORT", "C0BILLING"];

/** The app between the stand-ins, with limits that are not what is measured out of the way. */
export async function benchDesk(options: { modelMs?: number; intents?: readonly string[] } = {}): Promise<Desk> {
  const desk = await openDesk({
    model: options.modelMs !== undefined,
    environment: { LOG_LEVEL: "warn" },
  });
  desk.gmail.knobs.unitsPerUserPerMinute = 10_000_000;
  desk.gmail.knobs.concurrentRequestsPerUser = 1_000;
  const { model } = desk;
  if (model) {
    const { intents = [ANSWER.intent] } = options;
    let asked = 0;
    model.answer(() => ({ ...ANSWER, intent: intents[asked++ % intents.length] }));
    model.always({ kind: "answer", latencyMs: options.modelMs ?? 0 });
  }
  return desk;
}

const ANSWER = { ...labelledMail("larkspur")[0]!.answer, intent: "support", priority: "normal" };

/** Support mail that no engine takes for anything else: what is settled in silence has no card to wait for. */
const TEXTS = labelledMail("larkspur").flatMap(({ machine, intent, text }) =>
  machine === "none" && intent === "support" && /^[\x20-\x7e\n’]{60,600}$/.test(text) ? [text] : [],
);

export const subjectOf = (number: number): string => `Case ${String(number).padStart(5, "0")} about my booking`;
const SUBJECT = /Case (\d{5}) about my booking/;

/** A person's mail with the text of a labelled one; its number is in the subject, so that its card is known again. */
export function deliver(desk: Desk, number: number, text = TEXTS[number % TEXTS.length]!): void {
  const from = `Customer ${number} <customer${number}@clinic${number}.example>`;
  desk.gmail.deliver(SUPPORT, mailFrom({ from, subject: subjectOf(number), text: `${text}\n\nRef ${number}` }));
}

export interface CardWatch {
  /** When a case's card was first there, by `performance.now()`. */
  at: ReadonlyMap<number, number>;
  /** Resolves once so many cards are there. */
  reach(count: number, withinMs: number): Promise<void>;
}

/** Notes each card the moment Slack has it. */
export function watchCards(desk: Desk): CardWatch {
  const at = new Map<number, number>();
  let last: unknown;
  const look = (): number => {
    const now = performance.now();
    const { calls } = desk.slack;
    // Newest first, because the journal forgets its oldest.
    for (let index = calls.length - 1; index >= 0 && calls[index] !== last; index--) {
      const number = caseOf(calls[index]!);
      if (number !== undefined && !at.has(number)) at.set(number, now);
    }
    last = calls.at(-1);
    return at.size;
  };
  return {
    at,
    reach: async (count, withinMs) => {
      await desk.slack.until(() => look() >= count, {
        timeoutMs: withinMs,
        what: `${count} cards`,
      });
    },
  };
}

/** The case whose card this call posts. */
function caseOf({ method, ok, args }: Desk["slack"]["calls"][number]): number | undefined {
  if (method !== "chat.postMessage" || !ok || args.thread_ts !== undefined) return undefined;
  if (!CHANNELS.includes(String(args.channel))) return undefined;
  const [, number] = SUBJECT.exec(shownOn(args)) ?? [];
  return number === undefined ? undefined : Number(number);
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
