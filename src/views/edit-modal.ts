import type { KnownBlock, ModalView, View } from "@slack/types";
import { z } from "zod";
import { MailroomError } from "../domain/errors.ts";
import { VIEW } from "./ids.ts";
import { LIMIT, label, mrkdwn, said } from "./text.ts";

const Metadata = z.object({ v: z.literal(1), t: z.number(), d: z.number(), n: z.number() });

export interface EditModal {
  ticketId: number;
  draftId: number;
  newestInboundId: number;
  subject: string;
  body: string;
  to: string[];
  cc: string[];
  /** Said on top, e.g. what changed while the window was open. */
  notice: string | undefined;
  holds: string[];
}

/** Slack's text fields end at 3,000 characters; a longer answer is edited in several. */
const PART = LIMIT.plainInput;
const MAX_PARTS = 5;

/** The window in which a person writes or mends the answer. Recipients come first, because they are what must not go wrong. */
export function editModal(edit: EditModal): ModalView {
  const parts = split(edit.body);
  const people = edit.to.length + edit.cc.length;
  const blocks: KnownBlock[] = [
    ...(edit.notice ? [{ type: "section" as const, text: mrkdwn(`⚠️ ${edit.notice}`) }] : []),
    ...(edit.holds.length > 0
      ? [{ type: "section" as const, text: mrkdwn(`✋ ${edit.holds.map((one) => said(one)).join(" ")}`) }]
      : []),
    input("to", "To", edit.to.join(", "), { hint: "Addresses, separated by commas" }),
    input("cc", "Cc", edit.cc.join(", "), { optional: true }),
    ...(edit.subject === ""
      ? []
      : [{ type: "context" as const, elements: [mrkdwn(`Subject: ${said(edit.subject, 200)}`)] }]),
    ...parts.map((part, index) =>
      input(`body-${index}`, parts.length === 1 ? "Answer" : `Answer, part ${index + 1} of ${parts.length}`, part, {
        multiline: true,
        optional: index > 0,
        ...(index === 0 && { focus: true }),
      }),
    ),
    {
      type: "input",
      block_id: "then",
      label: label("Then"),
      element: {
        type: "radio_buttons",
        action_id: "value",
        initial_option: THEN[0]!,
        options: THEN,
      },
    },
  ];
  return {
    type: "modal",
    callback_id: VIEW.edit,
    private_metadata: JSON.stringify({
      v: 1,
      t: edit.ticketId,
      d: edit.draftId,
      n: edit.newestInboundId,
    } satisfies z.infer<typeof Metadata>),
    title: label("Answer", 24),
    submit: label(people > 1 ? `Send to ${people} people` : "Send", 24),
    close: label("Cancel", 24),
    blocks,
  };
}

const THEN = [
  { text: label("Send, then wait for the customer"), value: "send" },
  { text: label("Send and close the ticket"), value: "send-and-close" },
  { text: label("Only save the draft"), value: "save" },
];

function input(
  blockId: string,
  name: string,
  value: string,
  {
    multiline = false,
    optional = false,
    focus = false,
    hint,
  }: { multiline?: boolean; optional?: boolean; focus?: boolean; hint?: string },
): KnownBlock {
  return {
    type: "input",
    block_id: blockId,
    label: label(name),
    optional,
    ...(hint && { hint: label(hint) }),
    element: {
      type: "plain_text_input",
      action_id: "value",
      multiline,
      max_length: PART,
      ...(focus && { focus_on_load: true }),
      ...(value !== "" && { initial_value: value }),
    },
  };
}

/** Cut at paragraphs where that fits, so that nobody edits across a seam. */
function split(body: string): string[] {
  const parts: string[] = [];
  let rest = body;
  while (rest.length > PART && parts.length < MAX_PARTS - 1) {
    const paragraph = rest.lastIndexOf("\n\n", PART);
    const cut = paragraph > PART / 2 ? paragraph : PART;
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  parts.push(rest.slice(0, PART));
  return parts;
}

export interface EditSubmission {
  ticketId: number;
  draftId: number;
  newestInboundId: number;
  body: string;
  to: string[];
  cc: string[];
  then: "send" | "send-and-close" | "save";
}

/** What a person submitted; errors are by block, as Slack wants them in the acknowledgement. */
export function readEditSubmission(
  view: Pick<View, "private_metadata"> & { state: { values: Values } },
): EditSubmission | { errors: Record<string, string> } {
  const metadata = Metadata.safeParse(parseJson(view.private_metadata));
  if (!metadata.success)
    throw new MailroomError("payload_invalid", { detail: "the Edit window of another version", cause: metadata.error });
  const { values } = view.state;
  const text = (block: string) => values[block]?.["value"]?.value ?? "";
  const errors: Record<string, string> = {};
  const addresses = (block: string): string[] => {
    const list = text(block)
      .split(/[,;\s]+/)
      .filter(Boolean)
      .map((one) => one.toLowerCase());
    const wrong = list.find((one) => !/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+$/.test(one));
    if (wrong) errors[block] = `"${wrong.slice(0, 60)}" is not an address`;
    return [...new Set(list)];
  };
  const to = addresses("to");
  const cc = addresses("cc").filter((one) => !to.includes(one));
  if (to.length === 0 && !errors["to"]) errors["to"] = "Name at least one recipient";
  const body = Object.keys(values)
    .filter((block) => block.startsWith("body-"))
    .sort()
    .map(text)
    .join("");
  const then = values["then"]?.["value"]?.selected_option?.value ?? "send";
  if (body.trim() === "" && then !== "save") errors["body-0"] = "Write something first";
  if (Object.keys(errors).length > 0) return { errors };
  const { t, d, n } = metadata.data;
  return {
    ticketId: t,
    draftId: d,
    newestInboundId: n,
    body,
    to,
    cc,
    then: then === "send-and-close" || then === "save" ? then : "send",
  };
}

type Values = Record<string, Record<string, { value?: string | null; selected_option?: { value: string } | null }>>;

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}
