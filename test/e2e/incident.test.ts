import { afterAll, beforeAll, expect, test } from "vitest";
import { type IncidentMail, ORDINARY, OUTAGE } from "../fakes/incident-mails.ts";
import { cardsIn, cardWith, type Desk, mailFrom, openDesk, SUPPORT, shownOn, until } from "./desk.ts";

const SETTINGS = `
company: { name: Larkspur }
mailboxes:
  - { address: ${SUPPORT}, queue: support }
queues:
  triage: { channel: C0TRIAGE }
  support: { channel: C0SUPPORT }
people:
  - { slack: U01ALICE, name: Alice, roles: [admin, agent] }
  - { slack: U02BOB, name: Bob, roles: [agent] }
intents:
  support: { thresholds: { route: 0, draft: 0, send: 1 } }
  other: { thresholds: { route: 0, draft: 0, send: 1 } }
incidents: { acquainted: 0 }
`;

const OTHERS = ORDINARY.filter(({ scenario }) => scenario !== "login-down").slice(0, 6);
const BANNER = "We know of the trouble with signing in and work on it.";

let desk: Desk;
let serial = 0;
const customers = new Map<string, string>();
const deliver = ({ subject, text }: Pick<IncidentMail, "subject" | "text">, prefix = "c") => {
  const address = `${prefix}${++serial}@clinic${serial}.example`;
  const encoded = /^[\x20-\x7e]*$/.test(subject) ? subject : `=?utf-8?B?${Buffer.from(subject).toString("base64")}?=`;
  customers.set(address, subject);
  return {
    address,
    id: desk.gmail.deliver(SUPPORT, mailFrom({ from: `Customer ${serial} <${address}>`, subject: encoded, text })).id,
  };
};
const received = (address: string) => desk.gmail.customers.find((one) => one.address === address)?.mails ?? [];
const incidents = () => desk.slack.messages("C0SUPPORT").filter((message) => shownOn(message).includes("Incident #"));
const incident = (holds: string) => until(desk, () => incidents().find((message) => shownOn(message).includes(holds)));
const alice = () => desk.slack.as("U01ALICE");
const windowWith = (words: string) =>
  until(desk, () => {
    const view = desk.slack.modal("U01ALICE");
    return view && shownOn(view).includes(words) ? view : undefined;
  });

beforeAll(async () => {
  desk = await openDesk({ settings: SETTINGS });
  await desk.start();
  await desk.gmail.until(({ calls }) => calls.some(({ method }) => method === "history.list"), 30_000);
}, 120_000);
afterAll(() => desk?.end());

test("twelve customers with one trouble among six others are one incident", async () => {
  for (let at = 0; at < OUTAGE.length; at++) {
    deliver(OUTAGE[at]!);
    if (at % 2 === 0) deliver(OTHERS[at / 2]!, "o");
  }
  await incident("12 mails from 12 customers");
  expect(incidents()).toHaveLength(1);
  for (const { subject } of OTHERS)
    await cardWith(desk, subject.slice(0, 30), (shown) => !shown.includes("Part of *incident"));
  // A card that stood before points at it.
  await until(desk, () =>
    cardsIn(desk.slack, "C0SUPPORT")
      .map(shownOn)
      .every(
        (shown) =>
          !OUTAGE.some(({ subject }) => shown.includes(`*${subject}*`)) || shown.includes("Part of *incident #1*"),
      ),
  );
}, 120_000);

test("its banner is what the next customer's draft says", async () => {
  await alice().choose(await incident("12 mails"), { actionId: "incident.more" }, "Title & banner");
  await windowWith("Title");
  await alice().submit({ title: "Sign-in down", "banner-en": BANNER });
  await incident("Sign-in down");
  deliver({
    subject: "Sign in fails",
    text: "We cannot log in, the login page shows error 502 for all of us. Is it down?",
  });
  await incident("13 mails from 13 customers");
  await alice().press(await incident("13 mails"), { actionId: "incident.show" });
  const members = await windowWith("13 customers");
  await alice().press({ id: members.id }, { actionId: "incident.page.1" });
  const last = await windowWith("Sign in fails");
  await alice().press(
    { id: last.id },
    { actionId: "incident.open", blockId: `member:${numberOf(last, "Sign in fails")}` },
  );
  await windowWith(BANNER);
  await alice().closeModal({ all: true });
}, 120_000);

const numberOf = (view: unknown, words: string): string => {
  const rows = (view as { blocks: { block_id?: string }[] }).blocks;
  const at = rows.findIndex((row) => JSON.stringify(row).includes(words));
  return /member:(\d+)/.exec(rows[at + 1]!.block_id!)![1]!;
};

test("one answer, approved for all, reaches each customer once, in their own conversation, across a crash", async () => {
  const before = await incident("13 mails");
  // One is ungrouped first, and keeps its own card.
  await alice().press(before, { actionId: "incident.show" });
  const members = await windowWith("13 customers");
  const out = numberOf(members, OUTAGE[2]!.subject);
  await alice().press({ id: members.id }, { actionId: "incident.ungroup", blockId: `member:${out}` });
  await incident("12 mails from 12 customers");
  await alice().closeModal({ all: true });

  await alice().press(await incident("12 mails"), { actionId: "incident.write" });
  await windowWith("Answer in English");
  await alice().submit({
    "text-en": "Signing in works again since 9:40. We are sorry for the trouble.",
    "text-de": "Die Anmeldung funktioniert seit 9:40 Uhr wieder. Wir bitten um Entschuldigung.",
  });
  await alice().press(await incident("Approve for all (12)"), { actionId: "incident.approve" });
  await windowWith("12 answers");
  await alice().submit();
  await desk.gmail.until(({ customers: all }) => all.some(({ mails }) => mails.length > 0), 60_000);
  await desk.kill();
  await desk.start();
  await incident("12 sent");
  const reached = [...customers].filter(([address]) => received(address).length > 0);
  expect(reached).toHaveLength(12);
  for (const [address, subject] of reached) {
    const mails = received(address);
    expect(mails).toHaveLength(1);
    const raw = mails[0]!.raw.toString();
    expect(subject).not.toBe(OUTAGE[2]!.subject);
    for (const [other] of customers) if (other !== address) expect(raw).not.toContain(other);
  }
}, 180_000);

test("/triage incidents lists it; Resolve ends it", async () => {
  await alice().command("/triage incidents");
  await until(desk, () => desk.slack.ephemerals("U01ALICE").some(({ text }) => text.includes("Sign-in down")));
  await alice().choose(await incident("12 sent"), { actionId: "incident.more" }, "Resolve");
  await windowWith("How it ends");
  await alice().submit();
  await incident("resolved by <@U01ALICE>");
}, 60_000);
