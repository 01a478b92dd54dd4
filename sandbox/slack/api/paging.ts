import { invalidArguments, refuseIf } from "../refusal.ts";
import type { ApiCall } from "./call.ts";

export interface Page<T> {
  items: T[];
  hasMore: boolean;
  nextCursor: string;
}

/** One page by `limit` and `cursor`; Slack's cursors are opaque, and so are these. */
export function pageOf<T>(call: ApiCall, items: T[], { most, standard }: { most: number; standard: number }): Page<T> {
  const limit = call.integer("limit") ?? standard;
  if (limit < 1) throw invalidArguments("must be more than 0 [json-pointer:/limit]");
  const cursor = call.text("cursor") ?? "";
  const start = cursor === "" ? 0 : Number(/^next:(\d+)$/.exec(Buffer.from(cursor, "base64").toString())?.[1]);
  refuseIf(Number.isNaN(start) || start > items.length, "invalid_cursor");
  const end = start + Math.min(limit, most);
  const hasMore = end < items.length;
  return {
    items: items.slice(start, end),
    hasMore,
    nextCursor: hasMore ? Buffer.from(`next:${end}`).toString("base64") : "",
  };
}
