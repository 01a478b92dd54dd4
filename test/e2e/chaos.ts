import { cardsIn, type Desk, type Message, mailFrom, SUPPORT, shownOn } from "./desk.ts";

/** A generator of seeded chances (mulberry32), so that a failing run can be repeated. */
export function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const CHANNELS = ["C0TRIAGE", "C0SUPPORT", "C0BILLING"];

export const subjectOf = (number: number): string => `Case ${String(number).padStart(4, "0")} about my booking`;

export function deliverCase(desk: Desk, number: number): void {
  const address = `customer${number}@clinic${number}.example`;
  const text = `Hello, my booking ${number} does not show in the calendar since this morning. What should I do about it?\n\nCustomer ${number}`;
  desk.gmail.deliver(SUPPORT, mailFrom({ from: `Customer ${number} <${address}>`, subject: subjectOf(number), text }));
}

/** The cards of a case: there must be one. */
export const cardsOf = (desk: Desk, number: number): Message[] =>
  cardsIn(desk.slack, ...CHANNELS).filter((message) => shownOn(message).includes(subjectOf(number)));

/** Presses Approve & send wherever it stands, as a hurried person does: not always once. */
export async function approveSome(desk: Desk, random: () => number, share: number): Promise<void> {
  for (const card of cardsIn(desk.slack, ...CHANNELS)) {
    if (!shownOn(card).includes("ticket.approve") || random() > share) continue;
    const presses = random() < 0.3 ? 2 : 1;
    const users = ["U01ALICE", "U02BOB"];
    const press = () =>
      desk.slack
        .as(users[random() < 0.5 ? 0 : 1]!)
        .press(card, { text: "Approve & send" })
        .catch(() => undefined);
    await Promise.race([
      Promise.all(Array.from({ length: presses }, press)),
      new Promise((resolve) => setTimeout(resolve, 500)),
    ]);
  }
}

export interface Verdict {
  cards: number;
  replies: number;
  violations: string[];
}

/** Looks from outside, at what people see: one card a mail, at most one answer a conversation, and an answer wherever a card says so. */
export function verdictOn(desk: Desk, cases: number): Verdict {
  const violations: string[] = [];
  let cards = 0;
  for (let number = 1; number <= cases; number++) {
    const mine = cardsOf(desk, number);
    cards += mine.length;
    if (mine.length !== 1) violations.push(`${subjectOf(number)}: ${mine.length} cards`);
    const replies = desk.gmail.sent.filter((mail) => mail.subject.includes(subjectOf(number)));
    if (replies.length > 1) violations.push(`${subjectOf(number)}: ${replies.length} answers`);
    const shown = mine[0] ? shownOn(mine[0]) : "";
    if (shown.includes("Waiting for the customer") !== (replies.length === 1))
      violations.push(`${subjectOf(number)}: ${replies.length} answers, but the card says ${shown.slice(0, 200)}`);
  }
  return { cards, replies: desk.gmail.sent.length, violations };
}
