import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from "@slack/bolt";
import type { Log } from "../../domain/log.ts";
import { claimOffer } from "../../views/claim-offer.ts";

type OnEvent<Type extends string> = AllMiddlewareArgs & SlackEventMiddlewareArgs<Type>;

export const onHomeOpened =
  (openHome: (user: string) => Promise<void>) =>
  async ({ event }: OnEvent<"app_home_opened">): Promise<void> => {
    if (event.tab === "home") await openHome(event.user);
  };

type OfferClaim = (place: { channel: string; threadTs: string; user: string }) => Promise<number | undefined>;

/** What people write in a ticket's thread stays in Slack. All that follows from it is a private offer. */
export const onThreadMessage =
  (offerClaim: OfferClaim) =>
  async ({ event, client }: OnEvent<"message">): Promise<void> => {
    const {
      thread_ts: threadTs,
      channel,
      user,
      subtype,
      bot_id: bot,
    } = event as { thread_ts?: string; channel: string; user?: string; subtype?: string; bot_id?: string };
    if (!threadTs || !user || bot || subtype) return;
    const ticketId = await offerClaim({ channel, threadTs, user });
    if (ticketId !== undefined)
      await client.chat.postEphemeral({ channel, user, thread_ts: threadTs, ...claimOffer(ticketId) });
  };

interface SlackUser {
  id: string;
  deleted?: boolean;
  is_restricted?: boolean;
  is_ultra_restricted?: boolean;
}

export const onUserChange =
  (noteSlackUser: (change: { user: string; deleted: boolean; guest: boolean }) => Promise<void>) =>
  async ({ event }: OnEvent<"user_change">): Promise<void> => {
    const user = event.user as unknown as SlackUser;
    await noteSlackUser({
      user: user.id,
      deleted: user.deleted === true,
      guest: user.is_restricted === true || user.is_ultra_restricted === true,
    });
  };

/** The app was taken out of the workspace: nothing more can be said there, so it is said in the log. */
export const onRemoved = (log: Log) => async (): Promise<void> => {
  log.error(
    {},
    "Slack says that the app was uninstalled or its tokens revoked: install it again and set the new tokens",
  );
};
