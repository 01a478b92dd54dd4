import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from "@slack/bolt";
import type { BrakeOutcome, leaveBrake, putBack } from "../../tickets/brakes.ts";
import { decodeBrakeRef } from "../../views/references.ts";
import { settingsNotice } from "../../views/settings-notices.ts";
import { replyPrivately } from "../private-reply.ts";

type Press = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;

/** Under an alert: give back what Mailroom took from itself, or leave it so. */
export const onBrake =
  (verb: ReturnType<typeof putBack> | ReturnType<typeof leaveBrake>) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const outcome: BrakeOutcome = await verb({ by: press.body.user.id, brakeId: decodeBrakeRef(press.action.value) });
    if (outcome.kind === "left") return replyPrivately(press, "It stays as it is. The alert closes in a moment.");
    if (outcome.kind === "settled-already") return replyPrivately(press, "Somebody has settled this already.");
    if (outcome.kind === "stays-off")
      return replyPrivately(
        press,
        outcome.because === "by-hand"
          ? "This alert closes, and sending stays off: somebody had switched it off before. An admin turns it on in App Home, with *Allow sending*."
          : "This alert closes, and sending stays off until the other alert that holds it off is put back, too.",
      );
    await replyPrivately(press, settingsNotice(outcome));
  };
