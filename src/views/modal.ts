import type { InputBlock, KnownBlock, ModalView, PlainTextOption, View } from "@slack/types";
import type { z } from "zod";
import { MailroomError } from "../domain/errors.ts";
import { clip, LIMIT, label, mrkdwn } from "./text.ts";

/** The pieces that every window is made of. */

interface Window {
  id: string;
  title: string;
  submit: string;
  blocks: KnownBlock[];
  /** Ids and versions only. */
  carries: Record<string, string | number | boolean>;
}

export const modal = ({ id, title, submit, blocks, carries }: Window): ModalView => ({
  type: "modal",
  callback_id: id,
  private_metadata: JSON.stringify({ v: 1, ...carries }),
  title: label(title, 24),
  submit: label(submit, 24),
  close: label("Cancel", 24),
  blocks,
});

/** Opened at once while something slow is fetched; Slack gives three seconds from the press. */
export const workingModal = (title: string): ModalView => ({
  type: "modal",
  title: label(title, 24),
  close: label("Cancel", 24),
  blocks: [{ type: "section", text: mrkdwn("⏳ One moment…") }],
});

/** A window that only says something. */
export const sayingModal = (title: string, blocks: KnownBlock[]): ModalView => ({
  type: "modal",
  title: label(title, 24),
  close: label("Close", 24),
  blocks,
});

/** What a window was opened with; a window of another release does not fit, and says so. */
export function carried<Schema extends z.ZodType>(
  view: Pick<View, "private_metadata">,
  schema: Schema,
): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(view.private_metadata ?? ""));
  } catch (cause) {
    throw new MailroomError("payload_invalid", { detail: "a window of another version", cause });
  }
}

export type Values = Record<string, Record<string, FieldValue>>;

interface FieldValue {
  value?: string | null;
  selected_option?: { value: string } | null;
  selected_options?: { value: string }[] | null;
  selected_user?: string | null;
  selected_date_time?: number | null;
  files?: { id: string; name?: string; size?: number; is_external?: boolean; mode?: string }[] | null;
}

const field = (values: Values, block: string): FieldValue | undefined => Object.values(values[block] ?? {})[0];

export const textOf = (values: Values, block: string): string => (field(values, block)?.value ?? "").trim();
export const choiceOf = (values: Values, block: string): string | undefined =>
  field(values, block)?.selected_option?.value;
export const choicesOf = (values: Values, block: string): string[] =>
  (field(values, block)?.selected_options ?? []).map((option) => option.value);
export const userOf = (values: Values, block: string): string | undefined =>
  field(values, block)?.selected_user ?? undefined;
export const instantOf = (values: Values, block: string): number | undefined => {
  const seconds = field(values, block)?.selected_date_time;
  return seconds == null ? undefined : seconds * 1000;
};

/** The first file that was added. */
export const fileOf = (values: Values, block: string) => field(values, block)?.files?.[0];

export const option = (value: string, text: string, description?: string): PlainTextOption => ({
  text: label(text, LIMIT.option),
  value: clip(value, 150),
  ...(description && { description: label(description, LIMIT.option) }),
});

export const textInput = (
  id: string,
  name: string,
  {
    value = "",
    optional = false,
    multiline = false,
    hint,
    max = LIMIT.plainInput,
  }: { value?: string; optional?: boolean; multiline?: boolean; hint?: string; max?: number } = {},
): InputBlock => ({
  type: "input",
  block_id: id,
  label: label(name, 200),
  optional,
  ...(hint && { hint: label(hint, 200) }),
  element: {
    type: "plain_text_input",
    action_id: "value",
    multiline,
    max_length: max,
    ...(value !== "" && { initial_value: value.slice(0, max) }),
  },
});

/** A choice of up to a hundred; the one that stands is offered even when the settings no longer know it. */
export function selectInput(
  id: string,
  name: string,
  options: readonly PlainTextOption[],
  chosen: string | undefined,
  { optional = false, hint }: { optional?: boolean; hint?: string } = {},
): InputBlock {
  const known = options.slice(0, 100);
  const initial = known.find((one) => one.value === chosen);
  return {
    type: "input",
    block_id: id,
    label: label(name, 200),
    optional,
    ...(hint && { hint: label(hint, 200) }),
    element: { type: "static_select", action_id: "value", options: known, ...(initial && { initial_option: initial }) },
  };
}

export const radioInput = (
  id: string,
  name: string,
  options: readonly PlainTextOption[],
  chosen: string,
): InputBlock => ({
  type: "input",
  block_id: id,
  label: label(name, 200),
  element: {
    type: "radio_buttons",
    action_id: "value",
    options: options.slice(0, 10),
    initial_option: options.find((one) => one.value === chosen) ?? options[0]!,
  },
});

export const explain = (text: string): KnownBlock => ({ type: "context", elements: [mrkdwn(text)] });
