import type { ModalView, View } from "@slack/types";
import { VIEW } from "./ids.ts";
import { choiceOf, explain, modal, option, selectInput, textInput, textOf, type Values } from "./modal.ts";

export const newTicketModal = (mailboxes: readonly string[]): ModalView =>
  modal({
    id: VIEW.newTicket,
    title: "New ticket",
    submit: "Open ticket",
    carries: {},
    blocks: [
      explain(
        "For what did not come by mail: a call, a letter, a chat. It is understood, routed and answered like a mail.",
      ),
      selectInput(
        "mailbox",
        "Answered from",
        mailboxes.slice(0, 100).map((address) => option(address, address)),
        mailboxes[0],
      ),
      textInput("from", "Customer's address", { max: 200 }),
      textInput("subject", "Subject", { max: 200 }),
      textInput("text", "What it is about", { multiline: true }),
    ],
  });

export function readNewTicket(view: Pick<View, "private_metadata"> & { state: { values: Values } }) {
  const { values } = view.state;
  const from = textOf(values, "from").toLowerCase();
  if (!/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+$/.test(from))
    return { errors: { from: "Write an address such as ann@example.com" } };
  return {
    mailbox: choiceOf(values, "mailbox") ?? "",
    from,
    subject: textOf(values, "subject"),
    text: textOf(values, "text"),
  };
}
