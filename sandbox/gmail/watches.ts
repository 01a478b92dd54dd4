import type { Clock } from "./clock.ts";
import { invalidArgument } from "./errors.ts";
import type { Mailbox } from "./mailbox.ts";
import type { PubSub } from "./pubsub.ts";

interface Watch {
  labelIds: string[];
  exclude: boolean;
  expiration: number;
  lastAt: number;
}

const WEEK = 7 * 86_400_000;
/** Gmail tells a watcher of one change a second and keeps the others to itself. */
const PAUSE_MS = 1_000;

/** Who wants to hear of changes, and telling them. */
export class Watches {
  readonly #clock: Clock;
  readonly #pubsub: PubSub;
  readonly #watches = new Map<string, Watch>();

  constructor(clock: Clock, pubsub: PubSub) {
    this.#clock = clock;
    this.#pubsub = pubsub;
  }

  start(mailbox: Mailbox, wanted: { topic: string; labelIds: string[]; exclude: boolean }): Record<string, unknown> {
    const project = this.#pubsub.topic.split("/")[1];
    if (!wanted.topic.startsWith(`projects/${project}/topics/`)) {
      throw invalidArgument(`Invalid topicName does not match projects/${project}/topics/*`);
    }
    if (wanted.topic !== this.#pubsub.topic) {
      throw invalidArgument(
        `Error sending test message to Cloud PubSub ${wanted.topic} : Resource not found (resource=${wanted.topic.split("/").at(-1)}).`,
      );
    }
    const now = this.#clock.now();
    const expiration = now + WEEK;
    this.#watches.set(mailbox.address, { ...wanted, expiration, lastAt: 0 });
    const historyId = String(mailbox.history.position());
    // The first notification comes at once, news or not.
    this.#notify(mailbox, historyId);
    return { historyId, expiration: String(expiration) };
  }

  stop(mailbox: Mailbox): void {
    this.#watches.delete(mailbox.address);
  }

  changed(mailbox: Mailbox, labels: ReadonlySet<string>, historyId: bigint): void {
    const watch = this.#watches.get(mailbox.address);
    if (!watch || watch.expiration <= this.#clock.now()) return;
    const touches = watch.labelIds.some((id) => labels.has(id));
    if (watch.labelIds.length > 0 && touches === watch.exclude) return;
    this.#notify(mailbox, String(historyId));
  }

  expirationOf(mailbox: Mailbox): number | undefined {
    return this.#watches.get(mailbox.address)?.expiration;
  }

  #notify(mailbox: Mailbox, historyId: string): void {
    const watch = this.#watches.get(mailbox.address);
    const now = this.#clock.now();
    if (!watch || (watch.lastAt !== 0 && now - watch.lastAt < PAUSE_MS)) return;
    watch.lastAt = now;
    this.#pubsub.publish({ emailAddress: mailbox.address, historyId });
  }
}
