import { randomBytes } from "node:crypto";
import type { AllMiddlewareArgs, AnyMiddlewareArgs } from "@slack/bolt";
import { toFailure } from "../domain/errors.ts";
import type { Log } from "../domain/log.ts";
import { failureNotice } from "../views/notices.ts";
import { replyPrivately } from "./private-reply.ts";
import { firstInput, plainText, type Submit } from "./window.ts";

/** Around every listener: what goes wrong is logged under an id and a code, and the person is told the same id in a sentence. */
export const reportFailures =
  (log: Log) =>
  async (args: AllMiddlewareArgs & AnyMiddlewareArgs): Promise<void> => {
    try {
      await args.next();
    } catch (error) {
      const failure = toFailure(error);
      const id = randomBytes(4).toString("hex");
      log.error(
        {
          failureId: id,
          code: failure.code,
          detail: failure.detail,
          ...(failure.code === "internal" && { err: failure.cause }),
        },
        "a Slack request failed",
      );
      const notice = failureNotice(failure.code, id);
      await answerWindow(args, notice).catch(() => undefined);
      await replyPrivately(args, notice).catch((cause) =>
        log.warn({ failureId: id, code: toFailure(cause).code }, "the person could not be told"),
      );
    }
  };

/** A window that gets no answer says only that there was trouble; what was typed stays in it either way. */
async function answerWindow(args: AllMiddlewareArgs & AnyMiddlewareArgs, notice: string): Promise<void> {
  if ((args.body as { type?: string }).type !== "view_submission") return;
  const { ack, body } = args as unknown as Submit;
  const block = firstInput(body.view);
  await (block === undefined ? ack() : ack({ response_action: "errors", errors: { [block]: plainText(notice) } }));
}
