import { CHANNELS, subjectOf } from "../e2e/chaos.ts";
import { cardsIn, type Desk, type Message, mailFrom, SUPPORT, shownOn } from "../e2e/desk.ts";

const STAFF = ["U01ALICE", "U02BOB"] as const;
/** Nobody waits longer for a click; the rest of the desk goes on meanwhile. */
const PATIENCE_MS = 600;
const WINDOW_MS = 3_000;

/** Everybody around the desk: customers who write, colleagues who press, edit and press again. */
export class People {
  readonly #desk: Desk;
  readonly #random: () => number;
  /** What stood on the card when somebody approved it, by case. */
  readonly approved = new Map<number, string[]>();
  cases = 0;
  #edits = 0;
  /** Who has a window open: nobody writes in two at once. */
  readonly #writing = new Set<string>();

  constructor(desk: Desk, random: () => number) {
    this.#desk = desk;
    this.#random = random;
  }

  write(): void {
    const number = ++this.cases;
    const address = `customer${number}@clinic${number}.example`;
    const text = `Hello, my booking ${number} does not show in the calendar since this morning. What should I do about it?\n\nCustomer ${number}`;
    const raw = mailFrom({ from: `Customer ${number} <${address}>`, subject: subjectOf(number), text });
    this.#desk.gmail.deliver(SUPPORT, raw);
    // The same mail by way of a list or a rule: one ticket all the same.
    if (this.#random() < 0.1) this.#desk.gmail.deliver(SUPPORT, raw);
  }

  /** One round through the channels. `share` of the open cards get a press. */
  async work(share: number): Promise<void> {
    for (const card of cardsIn(this.#desk.slack, ...CHANNELS)) {
      const shown = shownOn(card);
      const number = Number(/Case (\d+) about/.exec(shown)?.[1]);
      if (!shown.includes("ticket.approve") || this.#random() > share) continue;
      const doing = this.#random() < 0.25 ? this.#edit(card, number) : this.#approve(card, number, shown);
      await Promise.race([doing, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
    }
  }

  #someone() {
    return this.#desk.slack.as(STAFF[this.#random() < 0.5 ? 0 : 1]);
  }

  async #approve(card: Message, number: number, shown: string, seen?: unknown): Promise<void> {
    this.approved.set(number, [...(this.approved.get(number) ?? []), shown]);
    const presses = this.#random() < 0.3 ? 2 : 1;
    const press = () =>
      this.#someone()
        .press(card, { text: "Approve & send" }, { ...(seen !== undefined && { seen }) })
        .catch(() => undefined);
    await Promise.all(Array.from({ length: presses }, press));
  }

  /** A colleague writes other words and saves them, while somebody may be approving the old ones. */
  async #edit(card: Message, number: number): Promise<void> {
    const user = STAFF[this.#random() < 0.5 ? 0 : 1];
    const person = this.#desk.slack.as(user);
    if (this.#writing.has(user)) return;
    this.#writing.add(user);
    try {
      if (this.#desk.slack.modal(user)) await person.closeModal({ all: true });
      await person.press(card, { text: "Edit" });
      if (!(await this.#opened(user))) return;
      const before = { shown: shownOn(card), blocks: structuredClone(card["blocks"]) };
      const { payload } = await person.submit({
        "body-0": `${wordsOf(++this.#edits, number)}\n\nThe team`,
        next: "save",
      });
      this.#noteSubmitted(payload);
      // A colleague whose screen still shows the old words approves those.
      if (before.shown.includes("ticket.approve") && this.#random() < 0.5)
        await this.#approve(card, number, before.shown, before.blocks);
      if (this.#desk.slack.modal(user)) await person.closeModal({ all: true });
    } catch {
      // A card that changed under the pointer, or a desk that was killed: people shrug and go on.
    } finally {
      this.#writing.delete(user);
    }
  }

  /** The press is acknowledged before the window is there; the desk may be killed in between. */
  async #opened(user: string): Promise<boolean> {
    for (const until = Date.now() + WINDOW_MS; Date.now() < until; ) {
      if (this.#desk.slack.modal(user)) return true;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return false;
  }

  /** A window that opened late lies on top of the one that was meant: who presses its button sends what stands in it. */
  #noteSubmitted(payload: Awaited<ReturnType<ReturnType<Desk["slack"]["as"]>["submit"]>>["payload"]): void {
    const { view } = (payload ?? {}) as { view?: { private_metadata: string; state: { values: unknown } } };
    const said = JSON.stringify(view?.state.values ?? {});
    if (!view || !/"value":"send/.test(said)) return;
    const { t: ticketId } = JSON.parse(view.private_metadata) as { t: number };
    const card = cardsIn(this.#desk.slack, ...CHANNELS).find((one) => shownOn(one).includes(`"ticket:${ticketId}:`));
    const number = Number(/Case (\d+) about/.exec(card ? shownOn(card) : "")?.[1]);
    this.approved.set(number, [...(this.approved.get(number) ?? []), said]);
  }
}

const wordsOf = (edit: number, number: number): string => `Answer ${edit} for case ${number}: look at it again.`;

/** The words of an edited answer, if it was edited. */
export const editedWords = (text: string): string | undefined => /Answer \d+ for case \d+/.exec(text)?.[0];
