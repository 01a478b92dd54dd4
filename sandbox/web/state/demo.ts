import { get, Refused, send } from "./api.ts";
import { createStore } from "./store.ts";
import { toast } from "./toasts.ts";

export interface Round {
  delivered: number;
  total: number;
  paused: boolean;
  everySeconds: number;
  nextAt: number | null;
}

export interface MailroomStatus {
  state: "starting" | "running" | "stopping" | "stopped" | "died";
  code: number | null;
  lastWords: string[];
  startedAt: number;
}

export interface DemoPerson {
  slack: string;
  name: string;
  title: string;
  role: "admin" | "agent" | "viewer" | "guest";
}

export interface DemoState {
  company: { name: string; kind: string; mailboxes: string[] };
  people: DemoPerson[];
  firstChannel: string;
  app: {
    commands: { command: string; description: string; usageHint: string }[];
    shortcuts: { callbackId: string; name: string; description: string; type: "global" | "message" }[];
  };
  round: Round;
  mailroom: MailroomStatus;
}

export const demo = createStore<DemoState | undefined>(undefined);

export async function readDemo(): Promise<DemoState> {
  const state = await get<DemoState>("/demo/state");
  demo.set(state);
  return state;
}

export function heardOfDemo(news: Partial<Pick<DemoState, "round" | "mailroom">>): void {
  demo.update((state) => state && { ...state, ...news });
}

/** Steers the mail that arrives by itself. */
export async function steerRound(order: { next?: true; paused?: boolean; everySeconds?: number }): Promise<void> {
  await tell(() => send("/demo/round", order));
}

/** Twelve customers write of one trouble. */
export const bringOutage = (): Promise<boolean> => tell(() => send("/demo/outage", {}));

export async function steerMailroom(order: "start" | "stop" | "kill" | "restart"): Promise<void> {
  await tell(() => send("/demo/mailroom", { do: order }));
}

/** For buttons: what went wrong is said, not thrown. */
export async function tell(run: () => Promise<unknown>): Promise<boolean> {
  try {
    await run();
    return true;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    toast(error.message, "warning");
    return false;
  }
}
