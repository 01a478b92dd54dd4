import type { ModalView, View } from "@slack/types";
import { z } from "zod";
import { exampleOf } from "../domain/example-of.ts";
import type { ToolConfirmation } from "../domain/tool-call.ts";
import { VIEW } from "./ids.ts";
import { carried, explain, modal, textInput, textOf, type Values } from "./modal.ts";
import { mrkdwn, quoted, said } from "./text.ts";

const Form = z.object({ v: z.literal(1), t: z.number(), tool: z.string() });
/** What was typed is ids and an amount; it goes along, because it is what was confirmed. */
const Confirmed = Form.extend({
  values: z.record(z.string(), z.string()),
  r: z.string().regex(/^mailroom-\d+-[0-9a-f]{18}$/),
  s: z.string().regex(/^[0-9a-f]{16}$/),
});

export interface ToolFormView {
  ticketId: number;
  tool: string;
  description: string;
  needs: { name: string; format: string; value: string }[];
}

const words = (name: string): string => {
  const plain = name.replaceAll("_", " ");
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`;
};

/** Asks for what a call needs; nothing is done yet. */
export const toolFormModal = ({ ticketId, tool, description, needs }: ToolFormView): ModalView =>
  modal({
    id: VIEW.toolForm,
    title: "Do something elsewhere",
    submit: "Continue",
    carries: { t: ticketId, tool },
    blocks: [
      { type: "section", text: mrkdwn(`*${said(description, 60)}* for ticket #${ticketId}`) },
      ...needs.map(({ name, format, value }) =>
        textInput(name, words(name), {
          value,
          max: 200,
          hint: exampleOf(format) === undefined ? `Its form: ${format}` : `Such as ${exampleOf(format)}`,
        }),
      ),
      explain("The next window shows what will be done, and asks whether it shall be."),
    ],
  });

/** Shows the call to the letter. */
export const toolConfirmModal = (call: ToolConfirmation): ModalView => ({
  ...modal({
    id: VIEW.toolConfirm,
    title: "Do this?",
    submit: "Do it",
    carries: {},
    blocks: [
      {
        type: "section",
        text: mrkdwn(`*${said(call.description, 60)}* for ticket #${call.ticketId}: *${said(call.what, 200)}*`),
      },
      { type: "section", text: mrkdwn(`${quoted(`${call.method} ${call.url}`, 1_000)}\n${quoted(call.body, 1_500)}`) },
      explain("It is done once, and the ticket's thread says what came of it. Nothing here can take it back."),
    ],
  }),
  private_metadata: JSON.stringify({
    v: 1,
    t: call.ticketId,
    tool: call.tool,
    values: { ...call.values },
    r: call.reference,
    s: call.seal,
  } satisfies z.infer<typeof Confirmed>),
});

type Submitted = Pick<View, "private_metadata"> & { state: { values: Values } };

export function readToolForm(view: Submitted): { ticketId: number; tool: string; values: Record<string, string> } {
  const { t, tool } = carried(view, Form);
  const { values } = view.state;
  return {
    ticketId: t,
    tool,
    values: Object.fromEntries(Object.keys(values).map((name) => [name, textOf(values, name)])),
  };
}

export function readToolConfirm(view: Pick<View, "private_metadata">) {
  const { t, tool, values, r, s } = carried(view, Confirmed);
  return { ticketId: t, tool, values, reference: r, seal: s };
}
