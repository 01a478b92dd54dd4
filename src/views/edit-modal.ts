import type { KnownBlock, ModalView, View } from "@slack/types";
import { z } from "zod";
import { MODAL, VIEW } from "./ids.ts";
import { carried, choiceOf, choicesOf, explain, option, textOf, type Values } from "./modal.ts";
import { clip, LIMIT, label, mrkdwn, said } from "./text.ts";

const Metadata = z.object({ v: z.literal(1), t: z.number(), d: z.number(), n: z.number() });

const NEXT = ["send", "send-and-close", "save", "note"] as const;
export type Next = (typeof NEXT)[number];
const NEXT_WORDS: Readonly<Record<Next, string>> = {
  send: "Send, then wait for the customer",
  "send-and-close": "Send and close the ticket",
  save: "Only save the draft",
  note: "Internal note: nothing is sent",
};

/** One tap for what was wrong with a machine's draft; drafts are measured by it. */
const WRONG = {
  facts: "Facts",
  tone: "Tone",
  long: "Too long",
  language: "Language",
  missing: "Something missing",
  unneeded: "No answer was needed",
} as const;

export interface EditModal {
  ticketId: number;
  draftId: number;
  newestInboundId: number;
  subject: string;
  body: string;
  to: string[];
  cc: string[];
  next: Next;
  /** Addresses of the customer's mail that the answer leaves out, and why. */
  dropped: { address: string; reason: string }[];
  /** Domains that nobody in this conversation has written from: to be ticked before anything goes there. */
  newDomains: string[];
  /** Said on top, e.g. what changed while the window was open. */
  notice: string | undefined;
  holds: string[];
  /** Asks what was wrong: only where a machine wrote the draft. */
  askWrong: boolean;
}

/** Slack's text fields end at 3,000 characters; a longer answer is edited in several. */
const PART = LIMIT.plainInput;
const MAX_PARTS = 6;

/** The window in which a person writes or mends the answer. Recipients come first, because they are what must not go wrong. */
export function editModal(edit: EditModal): ModalView {
  const parts = split(edit.body);
  const say = (text: string): KnownBlock => ({ type: "section", text: mrkdwn(text) });
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
    submit: label(submitWords(edit), 24),
    close: label("Cancel", 24),
    blocks: [
      ...(edit.notice ? [say(`⚠️ ${edit.notice}`)] : []),
      ...(edit.holds.length > 0 ? [say(`✋ ${edit.holds.map((one) => said(one)).join(" ")}`)] : []),
      field("to", "To", edit.to.join(", "), { hint: "Addresses, separated by commas" }),
      field("cc", "Cc", edit.cc.join(", "), { optional: true }),
      ...(edit.newDomains.length > 0 ? [tickNewDomains(edit.newDomains)] : []),
      ...(edit.dropped.length > 0
        ? [
            explain(
              `Left out: ${edit.dropped
                .slice(0, 5)
                .map((one) => `${said(one.address, 80)} (${said(one.reason, 60)})`)
                .join(", ")}`,
            ),
          ]
        : []),
      ...(edit.subject === "" ? [] : [explain(`Subject: ${said(edit.subject, 200)}`)]),
      ...parts.map((part, index) =>
        field(`body-${index}`, parts.length === 1 ? "Answer" : `Answer, part ${index + 1} of ${parts.length}`, part, {
          multiline: true,
          optional: index > 0 || edit.next === "save",
          focus: index === 0,
        }),
      ),
      {
        type: "input",
        block_id: "next",
        label: label("Then"),
        dispatch_action: true,
        element: {
          type: "radio_buttons",
          action_id: MODAL.next,
          options: NEXT.map((one) => option(one, NEXT_WORDS[one])),
          initial_option: option(edit.next, NEXT_WORDS[edit.next]),
        },
      },
      ...(edit.askWrong ? [askWrong()] : []),
    ],
  };
}

/** The button says what it does. */
function submitWords({ next, to, cc }: Pick<EditModal, "next" | "to" | "cc">): string {
  const people = to.length + cc.length;
  if (next === "save") return "Save draft";
  if (next === "note") return "Add note";
  const send = people > 1 ? `Send to ${people} people` : "Send";
  return next === "send-and-close" ? (people > 1 ? `Send to ${people} & close` : "Send & close") : send;
}

const tickNewDomains = (domains: string[]): KnownBlock => ({
  type: "input",
  block_id: "domains",
  optional: true,
  label: label("New to this conversation: tick what you mean"),
  element: {
    type: "checkboxes",
    action_id: "value",
    options: domains.slice(0, 10).map((domain) => option(domain, `Send to ${clip(domain, 60)}`)),
  },
});

const askWrong = (): KnownBlock => ({
  type: "input",
  block_id: "wrong",
  optional: true,
  label: label("What was wrong with the draft?"),
  element: {
    type: "checkboxes",
    action_id: "value",
    options: Object.entries(WRONG).map(([value, text]) => option(value, text)),
  },
});

function field(
  blockId: string,
  name: string,
  value: string,
  {
    multiline = false,
    optional = false,
    focus = false,
    hint,
  }: { multiline?: boolean; optional?: boolean; focus?: boolean; hint?: string } = {},
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
      ...(value !== "" && { initial_value: value.slice(0, PART) }),
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
  next: Next;
  /** Domains new to the conversation that the person ticked. */
  domains: string[];
  wrong: string[];
}

type Submitted = Pick<View, "private_metadata"> & { state: { values: Values } };

/** What stands in the window, whether it was submitted or one of its choices was made. */
export function readEdit(view: Submitted): EditSubmission {
  const { t, d, n } = carried(view, Metadata);
  const { values } = view.state;
  const list = (block: string) => [
    ...new Set(
      textOf(values, block)
        .split(/[,;\s]+/)
        .filter(Boolean)
        .map((one) => one.toLowerCase()),
    ),
  ];
  const to = list("to");
  const parts = Object.keys(values)
    .filter((block) => block.startsWith("body-"))
    .sort((a, b) => Number(a.slice(5)) - Number(b.slice(5)));
  const next = NEXT.find((one) => one === choiceOf(values, "next")) ?? "send";
  return {
    ticketId: t,
    draftId: d,
    newestInboundId: n,
    to,
    cc: list("cc").filter((one) => !to.includes(one)),
    next,
    // Not trimmed: a part may begin with the blank line that parts it from the one before.
    body: parts
      .map((block) => Object.values(values[block] ?? {})[0]?.value ?? "")
      .join("")
      .trim(),
    domains: choicesOf(values, "domains"),
    wrong: choicesOf(values, "wrong").filter((one) => one in WRONG),
  };
}

/** What cannot be submitted as it stands, by block, as Slack wants it in the acknowledgement. */
export function editErrors({ to, cc, body, next }: EditSubmission): Record<string, string> {
  const errors: Record<string, string> = {};
  const bad = (addresses: string[]) => addresses.find((one) => !/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+$/.test(one));
  const [badTo, badCc] = [bad(to), bad(cc)];
  if (badTo) errors["to"] = `"${badTo.slice(0, 60)}" is not an address`;
  if (badCc) errors["cc"] = `"${badCc.slice(0, 60)}" is not an address`;
  if (next.startsWith("send") && to.length === 0) errors["to"] = "Name at least one recipient";
  if (next !== "save" && body === "") errors["body-0"] = "Write something first";
  return errors;
}
