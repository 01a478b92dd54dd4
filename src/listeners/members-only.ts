import type { AllMiddlewareArgs, AnyMiddlewareArgs } from "@slack/bolt";
import { replyPrivately } from "./private-reply.ts";

interface Sender {
  user?: { id?: string; team_id?: string };
  team?: { id?: string } | null;
}

/**
 * In a channel shared with another company its people can see and press our buttons. Slack checks nothing: who is not of
 * our workspace is refused here, before any listener. What a colleague may do is for the verbs to say.
 */
export const membersOnly =
  (teamId: string) =>
  async (args: AllMiddlewareArgs & AnyMiddlewareArgs): Promise<void> => {
    const { user } = args.body as Sender;
    if (teamId && user?.team_id && user.team_id !== teamId) {
      await (args as { ack?: () => Promise<void> }).ack?.();
      await replyPrivately(args, "This desk belongs to another workspace, so its buttons do nothing for you.").catch(
        () => undefined,
      );
      return;
    }
    await args.next();
  };
