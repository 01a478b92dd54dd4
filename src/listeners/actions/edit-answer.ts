import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  RadioButtonsAction,
  SlackActionMiddlewareArgs,
} from "@slack/bolt";
import type { EditableAnswer, ReadAnswerOutcome } from "../../tickets/edit-answer.ts";
import { type EditModal, editModal, readEdit } from "../../views/edit-modal.ts";
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
    const outcome = await readAnswer({ ticketId, by: press.body.user.id });
    if (outcome.kind !== "answer") return replyPrivately(press, refusalNotice(outcome));
    await press.client.views.open({ trigger_id: press.body.trigger_id, view: editModal(opened(outcome.answer)) });
  };

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
    await client.views.update({ view_id: view.id, hash: view.hash, view: shown });
  };
