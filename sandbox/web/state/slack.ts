import { get, query, Refused, send } from "./api.ts";
import { createRefresher } from "./refresher.ts";
import { share } from "./share.ts";
import type { Json, Message, Outcome, Snapshot } from "./slack-types.ts";
import { createStore } from "./store.ts";
import { toast } from "./toasts.ts";

/** Who the visitor is at the moment. In the address, so that two windows can be two people. */
export const you = createStore(new URLSearchParams(location.search).get("as") ?? "");

/** What their client shows. */
export const slack = createStore<Snapshot | undefined>(undefined);

interface OpenThread {
  channel: string;
  ts: string;
  messages: Message[] | undefined;
}

export const thread = createStore<OpenThread | undefined>(undefined);

/** How far the stand-in's clock is ahead of this one. */
let ahead = 0;
export const slackNow = (): number => Date.now() + ahead;

/** How many messages of a channel are there at first, and come with each "Earlier messages". */
export const PAGE = 60;
let limit = PAGE;

const refresher = createRefresher(async () => {
  const user = you.get();
  if (user === "") return;
  const wanted = thread.get();
  const [snapshot, replies] = await Promise.all([
    get<Snapshot>(`/slack/sandbox/state?${query({ user, limit })}`),
    wanted && readThread(user, wanted),
  ]);
  if (you.get() !== user) return;
  ahead = snapshot.now - Date.now();
  slack.update((before) => share(before, { ...snapshot, now: before?.you === user ? before.now : snapshot.now }));
  const open = thread.get();
  if (wanted && open?.ts === wanted.ts && open.channel === wanted.channel)
    thread.set({ ...open, messages: share(open.messages, replies) });
});

async function readThread(user: string, { channel, ts }: OpenThread): Promise<Message[]> {
  try {
    return (await get<{ messages: Message[] }>(`/slack/sandbox/thread?${query({ user, channel, ts })}`)).messages;
  } catch {
    return [];
  }
}

export const refreshSlack = (): Promise<void> => refresher.now();

export function showMoreMessages(): void {
  limit += PAGE;
  void refreshSlack();
}

export function become(user: string): void {
  if (you.get() === user) return;
  const address = new URL(location.href);
  address.searchParams.set("as", user);
  history.replaceState(null, "", address);
  you.set(user);
  void refreshSlack();
}

export function openThread(wanted: { channel: string; ts: string } | undefined): void {
  const open = thread.get();
  if (open?.channel === wanted?.channel && open?.ts === wanted?.ts) return;
  thread.set(wanted && { ...wanted, messages: undefined });
  if (wanted) void refreshSlack();
}

/** Something the person does. Resolves when the page shows what came of it. */
export async function act(verb: string, body: Json = {}): Promise<Outcome> {
  try {
    const outcome = await send<Outcome>("/slack/sandbox/act", { user: you.get(), verb, ...body });
    await refreshSlack();
    return outcome;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await refreshSlack();
    return { ok: false, failure: { code: "impossible", text: error.message } };
  }
}

/** The same for what has no place of its own to show that it failed. */
export async function actAndTell(verb: string, body: Json = {}): Promise<Outcome> {
  const outcome = await act(verb, body);
  if (outcome.failure) toast(outcome.failure.text, "warning");
  return outcome;
}

interface Change {
  kind: string;
  user?: string;
}

const PERSONAL = new Set(["ephemeral", "modal", "home", "reading"]);

/** What other people read, open or are told privately changes nothing here. */
export function heardOfSlack({ kind, user }: Change): void {
  if (PERSONAL.has(kind) && user !== undefined && user !== you.get()) return;
  void refreshSlack();
}
