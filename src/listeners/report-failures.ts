import { randomBytes } from "node:crypto";
import type { AllMiddlewareArgs, AnyMiddlewareArgs } from "@slack/bolt";
import { toFailure } from "../domain/errors.ts";
import type { Log } from "../domain/log.ts";
import { failureNotice } from "../views/notices.ts";
import { replyPrivately } from "./private-reply.ts";

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
      await replyPrivately(args, failureNotice(failure.code, id)).catch((cause) =>
        log.warn({ failureId: id, code: toFailure(cause).code }, "the person could not be told"),
      );
    }
  };
