import type { TicketLine } from "../domain/home.ts";

/** Where a message stands, as a link. */
export const cardUrl = ({ card }: Pick<TicketLine, "card">, workspaceUrl: string): string | undefined =>
  card && workspaceUrl
    ? `${workspaceUrl.replace(/\/$/, "")}/archives/${card.channel}/p${card.ts.replace(".", "")}`
    : undefined;
