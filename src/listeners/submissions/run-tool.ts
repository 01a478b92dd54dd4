import type { RunToolOutcome, ToolConfirmOutcome } from "../../tickets/run-tool.ts";
import { refusalNotice } from "../../views/notices.ts";
import { readToolConfirm, readToolForm, toolConfirmModal } from "../../views/tool-modals.ts";
import { plainText, type Submit, sayInWindow, submitted } from "../window.ts";

type Confirm = (asked: ReturnType<typeof readToolForm> & { by: string }) => Promise<ToolConfirmOutcome>;
type Run = (asked: ReturnType<typeof readToolConfirm> & { by: string }) => Promise<RunToolOutcome>;

export const onToolForm =
  (confirmTool: Confirm) =>
  async (submit: Submit): Promise<void> => {
    const outcome = await confirmTool({ ...readToolForm(submitted(submit)), by: submit.body.user.id });
    if (outcome.kind === "confirm")
      return submit.ack({ response_action: "update", view: toolConfirmModal(outcome.confirmation) });
    if (outcome.kind !== "wrong") return sayInWindow(submit, "Not done", refusalNotice(outcome));
    const errors = Object.entries(outcome.fields).map(([name, why]) => [name, plainText(why)] as const);
    return submit.ack({ response_action: "errors", errors: Object.fromEntries(errors) });
  };

export const onToolConfirmed =
  (runTool: Run) =>
  async (submit: Submit): Promise<void> => {
    const outcome = await runTool({ ...readToolConfirm(submitted(submit)), by: submit.body.user.id });
    return outcome.kind === "asked" ? submit.ack() : sayInWindow(submit, "Not done", refusalNotice(outcome));
  };
