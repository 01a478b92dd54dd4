import type { Mailbox } from "../../db/mailboxes.ts";
import type { Finding } from "../../domain/check-up.ts";
import { toFailure } from "../../domain/errors.ts";
import type { PushSource } from "../../domain/ports.ts";
import { act, noted, ok, type Probe } from "./check-up.ts";

const CHECK = "GMAIL_PUBSUB_SUBSCRIPTION";

export const pushChecks = (source: PushSource | undefined, mailboxes: readonly Mailbox[], now: number): Probe[] => [
  {
    check: CHECK,
    look: async () =>
      source ? look(source, mailboxes, now) : noted(CHECK, "not set: new mail is found by polling alone"),
  },
];

async function look(source: PushSource, mailboxes: readonly Mailbox[], now: number): Promise<Finding> {
  try {
    await source.probe();
  } catch (error) {
    const { code, detail, message } = toFailure(error);
    const next =
      code === "gmail_forbidden" || code === "gmail_disconnected"
        ? "Grant the service account (or the signed-in mailbox, with the scope pubsub) the role Pub/Sub Subscriber on the subscription."
        : "Compare GMAIL_PUBSUB_SUBSCRIPTION with the Cloud console, and see that this machine reaches pubsub.googleapis.com.";
    return act(CHECK, `it cannot be pulled from (${detail ?? message}); new mail is found by polling`, next);
  }
  const unwatched = mailboxes.filter(({ watchedAt, watchedUntil }) => watchedAt !== null && (watchedUntil ?? 0) < now);
  if (unwatched.length > 0)
    return act(
      CHECK,
      `Gmail announces nothing of ${unwatched.map(({ address }) => address).join(", ")}`,
      "Make the topic in the OAuth client's own Cloud project, and let gmail-api-push@system.gserviceaccount.com publish to it.",
    );
  return ok(CHECK, "the subscription answers");
}
