import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  RadioButtonsAction,
  SlackActionMiddlewareArgs,
} from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { EditableAnswer, ReadAnswerOutcome } from "../../tickets/edit-answer.ts";
import { type EditModal, editModal, readEdit } from "../../views/edit-modal.ts";
import { explain, sayingModal, workingModal } from "../../views/modal.ts";
import { refusalNotice } from "../../views/notices.ts";
import { decodeTicketRef } from "../../views/references.ts";
import { replyPrivately } from "../private-reply.ts";

type Press = AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<ButtonAction>>;
type Read = (request: { ticketId: number; by: string }) => Promise<ReadAnswerOutcome>;

export const onEdit =
  (readAnswer: Read) =>
  async (press: Press): Promise<void> => {
    await press.ack();
    const { ticketId } = decodeTicketRef(press.action.value);
    const reading = readAnswer({ ticketId, by: press.body.user.id });
    const soon = await Promise.race([reading, after(PATIENCE_MS)]);
    if (soon?.kind === "answer") {
      await press.client.views.open({ trigger_id: press.body.trigger_id, view: editModal(opened(soon.answer)) });
    } else if (soon) {
      await replyPrivately(press, refusalNotice(soon));
    } else {
      await openThenFill(press, reading);
    }
  };

/** Slack gives three seconds from the press to open a window, and no longer, however slow the data is. */
async function openThenFill(press: Press, reading: Promise<ReadAnswerOutcome>): Promise<void> {
  // Should opening fail, nobody waits for the data any more.
  reading.catch(() => undefined);
  const { view } = await press.client.views.open({
    trigger_id: press.body.trigger_id,
    view: workingModal("Answer"),
  });
  const fill = (shown: ModalView) =>
    press.client.views.update({ view_id: view!.id!, view: shown }).catch(unlessOvertaken);
  const outcome = await reading.catch(async (error: unknown) => {
    await fill(
      sayingModal("Answer", [explain("This could not be read. A message with the details is on its way to you.")]),
    );
    throw error;
  });
  await fill(
    outcome.kind === "answer"
      ? editModal(opened(outcome.answer))
      : sayingModal("Answer", [explain(refusalNotice(outcome))]),
  );
}

/** Longer than the data takes on a busy day, and short enough to leave Slack most of its three seconds. */
const PATIENCE_MS = 300;
const after = (ms: number): Promise<undefined> =>
  new Promise((resolve) => setTimeout(() => resolve(undefined), ms).unref());

const opened = (answer: EditableAnswer): EditModal => ({
  ...answer,
  subject: answer.draft.subject,
  body: answer.draft.body,
  to: answer.draft.to.map((one) => one.address),
  cc: answer.draft.cc.map((one) => one.address),
  next: "send",
  newDomains: [],
  holds: answer.holds.map(({ reason }) => reason),
  askWrong: answer.byMachine,
  notice: undefined,
});

/** Another choice of what happens then: the button says the new one. What was typed stays, because its fields keep their ids. */
export const onEditChoice =
  () =>
  async ({
    ack,
    body,
    client,
  }: AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<RadioButtonsAction>>): Promise<void> => {
    await ack();
    const { view } = body;
    if (!view) return;
    const edit = readEdit(view as unknown as Parameters<typeof readEdit>[0]);
    const has = (block: string) => view.blocks.some((one) => (one as { block_id?: string }).block_id === block);
    const shown = editModal({
      ...edit,
      subject: "",
      dropped: [],
      newDomains: [],
      holds: [],
      notice: undefined,
      askWrong: has("wrong"),
    });
    await client.views.update({ view_id: view.id, hash: view.hash, view: shown }).catch(unlessOvertaken);
  };

/** Closed, sent or changed meanwhile: there is nothing left to draw. */
function unlessOvertaken(error: unknown): void {
  const reason = (error as { data?: { error?: string } }).data?.error;
  if (reason !== "not_found" && reason !== "hash_conflict") throw error;
}
