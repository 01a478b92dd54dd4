import type { AllMiddlewareArgs, AnyMiddlewareArgs } from "@slack/bolt";
import { replyPrivately } from "./private-reply.ts";

interface Sender {
  type?: string;
  user?: { id?: string; team_id?: string };
  user_id?: string;
  team?: { id?: string } | null;
}

const REFUSALS = {
  stranger: "This desk belongs to another workspace, so its buttons do nothing for you.",
  guest: "Guests of the workspace cannot work at this desk.",
  deactivated: "Your account is deactivated, so you cannot work at this desk.",
};

/**
 * In a channel shared with another company its people can see and press our buttons. Slack checks nothing: who is not of
 * our workspace, a guest, or gone is refused here, before any listener. What a colleague may do is for the verbs to say.
 */
export const membersOnly =
  (teamId: string, barredAs: (user: string) => Promise<"guest" | "deactivated" | undefined>) =>
  async (args: AllMiddlewareArgs & AnyMiddlewareArgs): Promise<void> => {
    const { type, user, user_id: commander } = args.body as Sender;
    // Events are facts about the workspace, not somebody's wish.
    if (type === "event_callback") return args.next();
    const id = user?.id ?? commander;
    const outsider = Boolean(teamId && user?.team_id && user.team_id !== teamId);
    const refusal = outsider ? "stranger" : id === undefined ? undefined : await barredAs(id);
    if (!refusal) return args.next();
    await (args as { ack?: () => Promise<void> }).ack?.();
    await replyPrivately(args, REFUSALS[refusal]).catch(() => undefined);
  };
