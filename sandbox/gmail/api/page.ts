import { invalidArgument } from "../errors.ts";
import { pageToken, readPageToken } from "../ids.ts";

export interface Placed {
  id: string;
  internalDate: number;
}

/** A page of a newest-first list. It goes on below the last item shown, so mail that arrives meanwhile repeats nothing. */
export function pageOf<Item extends Placed>(
  items: readonly Item[],
  query: URLSearchParams,
  size: number,
): { items: Item[]; nextPageToken?: string; resultSizeEstimate: number } {
  const token = query.get("pageToken");
  const rest = token === null ? items : items.filter(below(token));
  const shown = rest.slice(0, size);
  const last = shown.at(-1);
  const more = rest.length > shown.length && last !== undefined;
  return {
    items: [...shown],
    ...(more && { nextPageToken: pageToken(last.internalDate, last.id) }),
    // Gmail stops counting at 200 and calls the rest 201.
    resultSizeEstimate: Math.min(items.length, 201),
  };
}

function below(token: string): (item: Placed) => boolean {
  const [date, id] = readPageToken(token) ?? [];
  if (typeof date !== "number" || typeof id !== "string") throw invalidArgument("Invalid pageToken");
  return (item) => item.internalDate < date || (item.internalDate === date && item.id < id);
}
