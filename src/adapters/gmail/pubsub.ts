import { z } from "zod";
import { MailroomError } from "../../domain/errors.ts";
import type { PushSource } from "../../domain/ports.ts";
import type { GmailAuth } from "./auth.ts";
import { gmailFailure } from "./failure.ts";

interface PubSubOptions {
  /** Asked each time, because connecting again must not need a restart. */
  auth: () => Promise<GmailAuth>;
  /** `projects/…/subscriptions/…` */
  subscription: string;
  /** Overrides https://pubsub.googleapis.com/. */
  apiUrl: string | undefined;
  now: () => number;
}

const GOOGLE = "https://pubsub.googleapis.com/";
/** Pub/Sub answers an empty pull after a minute and a half at most. */
const PULL_TIMEOUT_MS = 100_000;
const TIMEOUT_MS = 15_000;
const MAX_MESSAGES = 100;

const Pulled = z.object({
  receivedMessages: z
    .array(z.object({ ackId: z.string(), message: z.object({ data: z.string().default("") }).default({ data: "" }) }))
    .default([]),
});
const Announcement = z.object({ emailAddress: z.string() });

/** Gmail's announcements by REST pull: no endpoint of ours has to be reached from outside, and no further library is needed. */
export function pubSub({ auth, subscription, apiUrl = GOOGLE, now }: PubSubOptions): PushSource {
  const root = new URL(`v1/${subscription}`, apiUrl.endsWith("/") ? apiUrl : `${apiUrl}/`).href;

  async function call(action: string, body: object, timeoutMs: number, signal?: AbortSignal): Promise<unknown> {
    const limit = AbortSignal.timeout(timeoutMs);
    try {
      const signedIn = await auth();
      const { token } = await signedIn.getAccessToken();
      const response = await fetch(`${root}:${action}`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify(body),
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
      });
      const answer: unknown = await response.json().catch(() => ({}));
      if (response.ok) return answer;
      // The next call signs in anew, should the token have died before its time.
      if (response.status === 401)
        signedIn.setCredentials({ ...signedIn.credentials, access_token: null, expiry_date: null });
      throw {
        status: response.status,
        message: response.statusText,
        response: { data: answer, headers: response.headers },
      };
    } catch (error) {
      throw gmailFailure(error, "read", now());
    }
  }

  async function pull(max: number, more: object, timeoutMs: number, signal?: AbortSignal) {
    const pulled = Pulled.safeParse(await call("pull", { maxMessages: max, ...more }, timeoutMs, signal));
    if (!pulled.success) throw new MailroomError("gmail_unavailable", { detail: "Pub/Sub's answer is not one" });
    return pulled.data.receivedMessages;
  }

  return {
    async next(signal) {
      const received = await pull(MAX_MESSAGES, {}, PULL_TIMEOUT_MS, signal);
      const addresses = received.flatMap(({ message }) => addressIn(message.data) ?? []);
      return {
        addresses: [...new Set(addresses)],
        async acknowledge() {
          const ackIds = received.map(({ ackId }) => ackId);
          if (ackIds.length > 0) await call("acknowledge", { ackIds }, TIMEOUT_MS);
        },
      };
    },

    async probe() {
      const received = await pull(1, { returnImmediately: true }, TIMEOUT_MS);
      const ackIds = received.map(({ ackId }) => ackId);
      // It is for the running desk: given back at once.
      if (ackIds.length > 0) await call("modifyAckDeadline", { ackIds, ackDeadlineSeconds: 0 }, TIMEOUT_MS);
    },
  };
}

/** Anybody who may publish to the topic can put anything there; what is no announcement is acknowledged and forgotten. */
function addressIn(data: string): string | undefined {
  try {
    return Announcement.parse(JSON.parse(Buffer.from(data, "base64").toString())).emailAddress.toLowerCase();
  } catch {
    return undefined;
  }
}
