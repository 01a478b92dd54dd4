import type { Block, Element, Json, Option } from "../state/slack-types.ts";
import { wordsOf } from "../text/mrkdwn.ts";
import { type FieldValue, type FileSeed, useSurface } from "./surface.ts";

/** Which key of a state value holds what was chosen. */
const KEYS: Record<string, string> = {
  static_select: "selected_option",
  external_select: "selected_option",
  radio_buttons: "selected_option",
  multi_static_select: "selected_options",
  multi_external_select: "selected_options",
  checkboxes: "selected_options",
  users_select: "selected_user",
  multi_users_select: "selected_users",
  conversations_select: "selected_conversation",
  multi_conversations_select: "selected_conversations",
  channels_select: "selected_channel",
  multi_channels_select: "selected_channels",
  datepicker: "selected_date",
  timepicker: "selected_time",
  datetimepicker: "selected_date_time",
};

/** What a field shows: what was entered here, or what the sandbox knows; lists for everything that is chosen from one. */
export function useField(block: Block, element: Element): FieldValue {
  const surface = useSurface();
  return surface.draft(block, element) ?? fromState(element, surface.value(block, element));
}

function fromState(element: Element, state: Json | undefined): FieldValue {
  const key = KEYS[element.type];
  if (key === undefined) return typeof state?.value === "string" ? state.value : "";
  const value = state?.[key];
  if (key === "selected_date_time") return typeof value === "number" ? value : null;
  if (key === "selected_date" || key === "selected_time") return typeof value === "string" ? value : "";
  if (value === null || value === undefined) return [];
  return (Array.isArray(value) ? value : [value]) as string[] | Option[];
}

const isOption = (value: unknown): value is Option => typeof value === "object" && value !== null && "value" in value;
const isFile = (value: unknown): value is FileSeed => typeof value === "object" && value !== null && "bytes" in value;

/** The same as the sandbox's `choose` and `submit` take it. External menus are asked again by the words shown. */
export function toWanted(element: Element, value: FieldValue): unknown {
  if (!Array.isArray(value)) return value === "" ? null : value;
  const external = element.type.endsWith("external_select");
  const plain = value.map((one) => {
    if (isFile(one)) return { name: one.name, content: { type: "Buffer", data: [...one.bytes] } };
    if (!isOption(one)) return one;
    return external && one.text.type === "plain_text" ? wordsOf({ ...one.text, emoji: false }) : one.value;
  });
  const several = element.type.startsWith("multi_") || element.type === "checkboxes" || element.type === "file_input";
  return several ? plain : (plain[0] ?? null);
}

export const optionsOf = (element: Element): Option[] => [
  ...(element.options ?? []),
  ...(element.option_groups ?? []).flatMap(({ options }) => options),
];
