import type { JsonObject } from "../json.ts";
import type { Ack } from "../socket/delivery.ts";
import type { Message } from "../workspace/model.ts";

/** What a person sees after doing something. */
export interface Outcome {
  ok: boolean;
  /** Slack's own words when the app did not answer, or answered nonsense. */
  failure?: { code: string; text: string };
  /** Sentences under fields of the modal, by block_id: from the client's own checks or from the app. */
  errors?: Record<string, string>;
  /** The dialog that came first, and what the person pressed in it. */
  confirm?: { dialog: JsonObject; accepted: boolean };
  /** What a slash command answered at once. */
  reply?: Message;
  /** An address that the button opened. */
  opened?: string;
  /** What went to the app; a test can inject it again. */
  payload?: JsonObject;
}

/** Something that no client lets a person do. */
export class Impossible extends Error {}

export const TROUBLE = "We had some trouble connecting. Try again?";

// On buttons and menus clients show a warning triangle and no words.
export const TRIANGLE = "⚠️";

export const unanswered = (ack: Extract<Ack, { kind: "unanswered" }>, text: string): Outcome => ({
  ok: false,
  failure: { code: codeOf(ack), text },
});

export const codeOf = ({ reason }: Extract<Ack, { kind: "unanswered" }>): string =>
  reason === "timeout" ? "operation_timeout" : "dispatch_failed";
