/** What operators are told of, and what each of these needs to be acted on. */
export type Alert = { cause: string; news: number } & (
  | { type: "dead-letters"; total: number; letters: { id: number; what: string; why: string; at: number }[] }
  | { type: "mailbox"; address: string; why: string; since: number }
  | { type: "push"; why: string; since: number }
  | { type: "spend"; spentUsd: number; capUsd: number; until: number }
  /** Mailroom has taken something from itself; `wasOff`: somebody had taken it before. */
  | {
      type: "brake";
      id: number;
      kind: "posture" | "sending";
      subject: string;
      why: string;
      since: number;
      wasOff: boolean;
    }
  | { type: "scanner"; waiting: number }
  | { type: "channel"; waiting: number; since: number }
  | { type: "backlog"; waiting: number; oldestAt: number }
);
