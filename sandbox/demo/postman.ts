import type { Gmail } from "../gmail/index.ts";
import type { GoldMail } from "./gold.ts";
import { redate } from "./redate.ts";

export interface Round {
  delivered: number;
  total: number;
  paused: boolean;
  everySeconds: number;
  /** When the next one comes by itself; null when none does. */
  nextAt: number | null;
}

export interface Postman {
  round(): Round;
  /** Puts mail that came over the last hours into the inboxes. */
  bringWaiting(count: number): void;
  start(): void;
  /** The next mail now. */
  bringOne(): boolean;
  set(change: { paused?: boolean; everySeconds?: number }): void;
  stop(): void;
}

interface Parts {
  gmail: Gmail;
  mail: GoldMail[];
  /** How many were delivered in earlier runs. */
  delivered: number;
  everySeconds: number;
  paused: boolean;
  onChange: (round: Round) => void;
}

/** The first of the waiting mails came this long ago: recent enough that its deadline is still to come. */
const WAITING_MS = 70 * 60_000;

/** Brings the recorded mail, one after the other, as if it were written today. */
export function createPostman({ gmail, mail, onChange, ...begin }: Parts): Postman {
  let { delivered, everySeconds, paused } = begin;
  let timer: NodeJS.Timeout | undefined;
  let nextAt: number | null = null;

  const round = (): Round => ({ delivered, total: mail.length, paused, everySeconds, nextAt });

  const bring = (receivedAt: number): boolean => {
    const next = mail[delivered];
    if (next === undefined) return false;
    delivered += 1;
    gmail.deliver(next.mailbox, redate(next.raw, receivedAt), { receivedAt });
    return true;
  };

  const schedule = (): void => {
    clearTimeout(timer);
    const goesOn = started && !paused && delivered < mail.length;
    nextAt = goesOn ? Date.now() + everySeconds * 1000 : null;
    if (goesOn) timer = setTimeout(postman.bringOne, everySeconds * 1000).unref();
    onChange(round());
  };

  let started = false;
  const postman: Postman = {
    round,
    bringWaiting(count) {
      const now = Date.now();
      const due = Math.min(count, mail.length - delivered);
      for (let i = 0; i < due; i++) bring(now - Math.round((WAITING_MS * (due - i)) / due));
    },
    start() {
      started = true;
      schedule();
    },
    bringOne() {
      const came = bring(Date.now());
      schedule();
      return came;
    },
    set(change) {
      paused = change.paused ?? paused;
      everySeconds = change.everySeconds ?? everySeconds;
      schedule();
    },
    stop: () => clearTimeout(timer),
  };
  return postman;
}
