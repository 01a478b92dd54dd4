import { base64Of, get, query, send, sendBytes } from "./api.ts";
import { tell } from "./demo.ts";
import type { Conversation, CustomerLine, NewAttachment, TeamLine, TeamMail, TeamMailbox } from "./mail-types.ts";
import { createRefresher } from "./refresher.ts";
import { go, route } from "./route.ts";
import { share } from "./share.ts";
import { createStore, useStore } from "./store.ts";
import { toast } from "./toasts.ts";

/** Everybody outside who wrote or was written to, the latest first. */
export const customers = createStore<CustomerLine[] | undefined>(undefined);
/** The mailbox of the customer who is looked at. */
export const conversations = createStore<{ address: string; list: Conversation[] } | undefined>(undefined);
/** Mail that customers got and nobody has looked at in their place: `address/id`. */
export const unseen = createStore<ReadonlySet<string>>(new Set());

export const mailboxes = createStore<TeamMailbox[] | undefined>(undefined);
export const teamLines = createStore<{ key: string; list: TeamLine[] } | undefined>(undefined);
export const teamThread = createStore<{ key: string; mails: TeamMail[] } | undefined>(undefined);

export const BOXES = {
  inbox: { name: "Inbox", q: "in:inbox" },
  sent: { name: "Sent", q: "in:sent" },
  drafts: { name: "Drafts", q: "in:drafts" },
  all: { name: "All mail", q: "in:anywhere -in:spam -in:trash" },
  spam: { name: "Spam", q: "in:spam" },
  trash: { name: "Trash", q: "in:trash" },
} as const;
export type Box = keyof typeof BOXES;

const path = (address: string): string => `/gmail/sandbox/mailboxes/${encodeURIComponent(address)}`;
const customerPath = (address: string): string => `/gmail/sandbox/customers/${encodeURIComponent(address)}`;

export const seenKey = (address: string, id: string): string => `${address}/${id}`;

/** Reads what the open place shows; the list of customers always, because its badge is always on the screen. */
const refresher = createRefresher(async () => {
  const at = route.get();
  await Promise.all([
    get<{ customers: CustomerLine[] }>("/demo/customers").then(({ customers: list }) =>
      customers.update((before) => share(before, list)),
    ),
    at?.place === "customers" && at.address !== undefined && !at.writing ? readConversations(at.address) : undefined,
    at?.place === "mail" ? readTeam(at) : undefined,
  ]);
});

async function readConversations(address: string): Promise<void> {
  const { conversations: list } = await get<{ conversations: Conversation[] }>(
    `/demo/customers/${encodeURIComponent(address)}`,
  );
  conversations.update((before) => share(before, { address, list }));
}

async function readTeam({ mailbox, box, thread }: { mailbox?: string; box: string; thread?: string }): Promise<void> {
  const all = await get<TeamMailbox[]>("/gmail/sandbox/mailboxes");
  mailboxes.update((before) => share(before, all));
  const address = mailbox ?? all[0]?.address;
  if (address === undefined) return;
  const q = BOXES[box as Box]?.q ?? BOXES.inbox.q;
  const lines = await get<TeamLine[]>(`${path(address)}/messages?${query({ q, limit: 400 })}`);
  teamLines.update((before) => share(before, { key: `${address}/${box}`, list: lines }));
  if (thread === undefined) return;
  const mails = await get<TeamMail[]>(`${path(address)}/threads/${encodeURIComponent(thread)}`);
  teamThread.update((before) => share(before, { key: `${address}/${thread}`, mails }));
}

export const refreshMail = (): Promise<void> => refresher.now();

route.subscribe(() => void refreshMail());

export type GmailEvent =
  | { type: "customer-mail"; customer: string; id: string; from: string; subject: string }
  | { type: "mailbox" | "sent" };

export function heardOfGmail(event: GmailEvent): void {
  if (event.type === "customer-mail") {
    unseen.update((before) => new Set([...before, seenKey(event.customer, event.id)]));
    const at = route.get();
    const looking = at?.place === "customers" && at.address === event.customer;
    if (!looking) {
      const name = customers.get()?.find(({ address }) => address === event.customer)?.name ?? event.customer;
      toast(`${name} has an answer: ${event.subject}`, "info", {
        label: "Read it as they do",
        run: () => go({ place: "customers", address: event.customer }),
      });
    }
  }
  void refreshMail();
}

/** Answers that wait in mailboxes other than the one on the screen. */
export const useUnseenElsewhere = (): number => {
  const at = useStore(route);
  const here = at?.place === "customers" ? at.address : undefined;
  return useStore(unseen, (keys) => [...keys].filter((key) => !key.startsWith(`${here}/`)).length);
};

/** What was looked at in this mailbox is no longer new; called when it is left. */
export function markSeen(address: string): void {
  unseen.update((before) => {
    const left = [...before].filter((key) => !key.startsWith(`${address}/`));
    return left.length === before.size ? before : new Set(left);
  });
}

export interface Letter {
  from: string;
  name: string;
  to: string;
  subject: string;
  text: string;
  attachments: NewAttachment[];
}

export const writeAsCustomer = ({ from, to, ...mail }: Letter): Promise<boolean> =>
  tell(() => send(`${customerPath(from.trim())}/mails`, { to: addresses(to), ...mail }));

/** In a conversation: to the newest mail of ours, or after their own when nothing has come back yet. */
export function answerAsCustomer(
  address: string,
  { mails, subject }: Conversation,
  text: string,
  attachments: NewAttachment[],
): Promise<boolean> {
  const newest = mails.at(-1);
  const received = mails.findLast(({ written }) => !written);
  if (received && received === newest)
    return tell(() => send(`${customerPath(address)}/mails/${received.id}/reply`, { text, attachments }));
  const references = [...(newest?.references ?? []), newest?.messageId].filter(Boolean).join(" ");
  return tell(() =>
    send(`${customerPath(address)}/mails`, {
      to: newest?.to.map((person) => person.address) ?? [],
      subject: /^re:/i.test(subject) ? subject : `Re: ${subject}`,
      text,
      attachments,
      headers: { "In-Reply-To": newest?.messageId ?? "", References: references },
    }),
  );
}

export const deliverRaw = (mailbox: string, file: Blob): Promise<boolean> =>
  tell(() => sendBytes(`${path(mailbox)}/deliver?trace=true`, file));

/** A colleague in Gmail itself. */
export const actInGmail = (mailbox: string, order: Record<string, unknown>): Promise<boolean> =>
  tell(() => send(`${path(mailbox)}/act`, order));

const addresses = (text: string): string[] =>
  text
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter(Boolean);

/** `files` as the stand-in takes them. */
export async function attachmentsFrom(files: Iterable<File>): Promise<NewAttachment[]> {
  return Promise.all(
    [...files].map(async (file) => ({
      filename: file.name,
      mimeType: file.type || "application/octet-stream",
      content: await base64Of(file),
    })),
  );
}
