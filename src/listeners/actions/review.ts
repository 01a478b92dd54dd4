import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  StaticSelectAction,
} from "@slack/bolt";
import { REVIEW_REASON_CODES } from "../../domain/review.ts";
import type { judgeAnswer } from "../../tickets/review-answer.ts";
import { refusalNotice } from "../../views/notices.ts";
import { decodeReviewRef, reviewInBlock } from "../../views/references.ts";
import { reviewedMessage } from "../../views/review.ts";
import { person } from "../../views/words.ts";
import { replyPrivately } from "../private-reply.ts";

type Press = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;
type Choose = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<StaticSelectAction>>;
type Judge = ReturnType<typeof judgeAnswer>;

export const onReviewFine =
  (judge: Judge) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    await say(judge, press, { approvalId: decodeReviewRef(press.action.value), reason: undefined });
  };

export const onReviewWrong =
  (judge: Judge) =>
  async (press: Choose): Promise<void> => {
    await press.ack();
    const reason = REVIEW_REASON_CODES.find((code) => code === press.action.selected_option?.value);
    await say(judge, press, { approvalId: reviewInBlock(press.action.block_id), reason: reason ?? "form" });
  };

async function say(judge: Judge, press: Press | Choose, said: Omit<Parameters<Judge>[0], "by">): Promise<void> {
  const by = press.body.user.id;
  const outcome = await judge({ ...said, by });
  switch (outcome.kind) {
    case "noted":
      await press.respond({ replace_original: true, ...reviewedMessage({ ...outcome, by }) });
      return;
    case "said-already":
      return replyPrivately(press, `${person(outcome.by)} has read it already.`);
    case "your-own":
      return replyPrivately(press, "You approved this answer, so somebody else should read it.");
    case "gone":
      return replyPrivately(press, "This answer is no longer here.");
    case "forbidden":
      return replyPrivately(press, refusalNotice(outcome));
  }
}
