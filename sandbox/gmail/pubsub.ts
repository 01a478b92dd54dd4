import { randomUUID } from "node:crypto";
import type { Clock } from "./clock.ts";
import { GoogleError, invalidArgument } from "./errors.ts";

interface Published {
  messageId: string;
  data: string;
  publishTime: string;
  /** Not to be handed out again before this instant. */
  freeAt: number;
  ackId: string | undefined;
  attempts: number;
}

const ACK_DEADLINE_MS = 10_000;

const unknownResource = (name: string): GoogleError =>
  new GoogleError({
    code: 404,
    message: `Resource not found (resource=${name}).`,
    reason: "notFound",
    status: "NOT_FOUND",
  });

/** One topic with pull subscriptions: at least once, in no promised order, again if nobody acknowledges. */
export class PubSub {
  readonly topic: string;
  readonly #clock: Clock;
  readonly #subscriptions: Map<string, Published[]>;
  readonly #waiting = new Set<() => void>();
  #count = 0;

  constructor(clock: Clock, topic: string, subscriptions: readonly string[]) {
    this.#clock = clock;
    this.topic = topic;
    this.#subscriptions = new Map(subscriptions.map((name) => [name, []]));
  }

  publish(payload: unknown): void {
    this.#count += 1;
    const now = this.#clock.now();
    for (const queue of this.#subscriptions.values()) {
      queue.push({
        messageId: String(1_000_000 + this.#count),
        data: Buffer.from(JSON.stringify(payload)).toString("base64"),
        publishTime: new Date(now).toISOString(),
        freeAt: now,
        ackId: undefined,
        attempts: 0,
      });
    }
    for (const wake of [...this.#waiting]) wake();
  }

  /** Waits up to `waitMs` (real time) for a message; an empty answer is a normal one. */
  async pull(subscription: string, max: number, waitMs: number): Promise<Record<string, unknown>> {
    const queue = this.#queue(subscription);
    if (!Number.isInteger(max) || max < 1) throw invalidArgument("The value for max_messages is too small.");
    if (this.#free(queue).length === 0 && waitMs > 0) await this.#news(waitMs);
    const now = this.#clock.now();
    const taken = this.#free(queue).slice(0, max);
    for (const message of taken) {
      message.ackId = randomUUID();
      message.freeAt = now + ACK_DEADLINE_MS;
      message.attempts += 1;
    }
    const receivedMessages = taken.map(({ ackId, data, messageId, publishTime, attempts }) => ({
      ackId,
      message: { data, messageId, message_id: messageId, publishTime, publish_time: publishTime },
      ...(attempts > 1 && { deliveryAttempt: attempts }),
    }));
    return receivedMessages.length > 0 ? { receivedMessages } : {};
  }

  acknowledge(subscription: string, ackIds: readonly string[]): void {
    const queue = this.#queue(subscription);
    const done = new Set(ackIds);
    const now = this.#clock.now();
    // A late acknowledgement counts for nothing: the message may be on its way again.
    const left = queue.filter(({ ackId, freeAt }) => !(ackId && done.has(ackId) && freeAt > now));
    queue.splice(0, queue.length, ...left);
  }

  modifyDeadline(subscription: string, ackIds: readonly string[], seconds: number): void {
    const now = this.#clock.now();
    for (const message of this.#queue(subscription)) {
      if (message.ackId && ackIds.includes(message.ackId)) message.freeAt = now + seconds * 1_000;
    }
  }

  /** Lets every waiting pull answer at once. */
  close(): void {
    for (const wake of [...this.#waiting]) wake();
  }

  #queue(subscription: string): Published[] {
    const queue = this.#subscriptions.get(subscription);
    if (!queue) throw unknownResource(subscription.split("/").at(-1) ?? subscription);
    return queue;
  }

  #free(queue: readonly Published[]): Published[] {
    const now = this.#clock.now();
    return queue.filter(({ freeAt }) => freeAt <= now);
  }

  #news(waitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, waitMs);
      this.#waiting.add(wake);
    });
  }
}
