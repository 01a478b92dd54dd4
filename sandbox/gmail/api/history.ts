import { MAY } from "../auth/scopes.ts";
import { invalidArgument } from "../errors.ts";
import { CHANGES, type Change, type HistoryEntry } from "../history.ts";
import { pageToken, readPageToken } from "../ids.ts";
import type { Method } from "./method.ts";
import { maxResults } from "./read.ts";

const UINT64 = 2n ** 64n;

function cursor(query: URLSearchParams): bigint {
  const value = query.get("startHistoryId");
  if (value === null || value === "") throw invalidArgument("Missing required field: startHistoryId");
  if (!/^\d+$/.test(value) || BigInt(value) >= UINT64) {
    throw invalidArgument(`Invalid value at 'start_history_id' (TYPE_UINT64), "${value}"`);
  }
  return BigInt(value);
}

function wantedChanges(query: URLSearchParams): ReadonlySet<Change> {
  const types = query.getAll("historyTypes");
  for (const type of types) {
    if (!(CHANGES as readonly string[]).includes(type)) {
      throw invalidArgument(`Invalid value at 'history_types' (type.googleapis.com/gmail.v1.HistoryType), "${type}"`);
    }
  }
  return new Set(types.length === 0 ? CHANGES : (types as Change[]));
}

function after(query: URLSearchParams): bigint {
  const token = query.get("pageToken");
  if (token === null) return 0n;
  const [last] = readPageToken(token) ?? [];
  if (typeof last !== "string" || !/^\d+$/.test(last)) throw invalidArgument("Invalid pageToken");
  return BigInt(last);
}

const KEY = {
  messageAdded: "messagesAdded",
  messageDeleted: "messagesDeleted",
  labelAdded: "labelsAdded",
  labelRemoved: "labelsRemoved",
} as const satisfies Record<Change, string>;

function record({ id, change, message, labelIds }: HistoryEntry): Record<string, unknown> {
  const { labelIds: state, ...ids } = message;
  const shown = { ...ids, ...(state.length > 0 && { labelIds: state }) };
  return {
    id: String(id),
    messages: [ids],
    [KEY[change]]: [{ message: shown, ...(labelIds.length > 0 && { labelIds }) }],
  };
}

export const historyMethods: Method[] = [
  {
    name: "history.list",
    verb: "GET",
    path: "history",
    units: 2,
    may: MAY.look,
    query: ["startHistoryId", "historyTypes", "labelId", "maxResults", "pageToken"],
    run: ({ mailbox, query }) => {
      const changes = wantedChanges(query);
      const labelId = query.get("labelId");
      const shownBefore = after(query);
      const entries = mailbox.history.since(cursor(query)).filter(({ id, change, message, labelIds }) => {
        const labelled = labelId === null || message.labelIds.includes(labelId) || labelIds.includes(labelId);
        return id > shownBefore && changes.has(change) && labelled;
      });
      const page = entries.slice(0, maxResults(query));
      const last = page.at(-1);
      return {
        // No news is no key at all, which a reader of `history.length` learns here.
        ...(page.length > 0 && { history: page.map(record) }),
        ...(entries.length > page.length && last && { nextPageToken: pageToken(String(last.id)) }),
        historyId: String(mailbox.history.position()),
      };
    },
  },
];
