/** What operators are told of, and what each of these needs to be acted on. */
export type Alert = { cause: string; news: number } & (
  | { type: "dead-letters"; total: number; letters: { id: number; what: string; why: string; at: number }[] }
  | { type: "mailbox"; address: string; why: string; since: number }
  | { type: "push"; why: string; since: number }
  | { type: "spend"; spentUsd: number; capUsd: number; until: number }
  | { type: "scanner"; waiting: number }
  | { type: "backlog"; waiting: number; oldestAt: number }
);
