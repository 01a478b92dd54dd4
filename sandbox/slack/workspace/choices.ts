import { type Inputs, keepInputs } from "../views/state-values.ts";
import type { Message } from "./model.ts";
import type { Workspace } from "./workspace.ts";

const keyOf = ({ channel, ts }: Message, user: string): string => `${channel}:${ts}:${user}`;

/** What this person has chosen in a message's menus and not lost to a redraw since. */
export const choicesOf = ({ choices }: Workspace, message: Message, user: string): Inputs =>
  keepInputs(message.blocks, choices.get(keyOf(message, user)) ?? new Map());

export function setChoices({ choices }: Workspace, message: Message, user: string, inputs: Inputs): void {
  choices.set(keyOf(message, user), inputs);
}
