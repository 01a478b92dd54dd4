import { rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { cardWith, type Desk, mailFrom, openDesk, SUPPORT, shownOn, until } from "./desk.ts";

const KNOWLEDGE = path.join(import.meta.dirname, "../../eval/gold/kb/larkspur");
const HELP = "help@tidewater.example";

const settingsOf = (address: string, more: string) => `
company: { name: ${address === SUPPORT ? "Larkspur" : "Tidewater"} }
mailboxes:
  - address: ${address}
queues:
  triage: { channel: C0TRIAGE }
  support: { channel: C0SUPPORT }
people:
  - { slack: U01ALICE, name: Alice, roles: [admin, agent], languages: [en] }
${more}`;

const write = (desk: Desk, subject: string, text: string, from = "Orla Keane <orla@quayside.example>") =>
  desk.gmail.deliver(SUPPORT, mailFrom({ from, subject, text }));
const alice = (desk: Desk) => desk.slack.as("U01ALICE");
const privately = (desk: Desk) =>
  desk.slack.ephemerals("U01ALICE").map((message) => `${message.text}\n${shownOn(message)}`);

describe("answers from articles", () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk({
      settings: settingsOf(
        SUPPORT,
        `knowledge: { folder: "${KNOWLEDGE}" }
sending: { holdSeconds: 10 }
intents:
  support: { thresholds: { route: 0, draft: 0, send: 0 } }
  other: { posture: draft, thresholds: { draft: 0 } }`,
      ),
    });
    await desk.start();
    await vi.waitUntil(() => desk.log().includes("read the knowledge base"), { timeout: 90_000 });
  });
  afterAll(() => desk.end());

  const RESET =
    "I typed my password wrong six times and now my account is locked. How long until it unlocks by itself?";

  test("the draft quotes the article; the card names it; the thread and the More menu show it", async () => {
    write(desk, "Locked out", RESET);
    const card = await cardWith(desk, "Locked out", (shown) => shown.includes("locked for 15 minutes"));
    expect(shownOn(card)).toContain("Sources: Reset a password or unlock an account");
    await until(desk, () => desk.slack.thread(card).some((reply) => shownOn(reply).includes("📚 *Reset a password")));
    await alice(desk).choose(card, { actionId: "ticket.more" }, "Sources");
    const shown = await until(desk, () => privately(desk).find((text) => text.includes("stands on")));
    expect(shown).toContain("locked for 15 minutes");
  });

  test("/triage kb lists articles, their passages, and what none of them answers", async () => {
    write(
      desk,
      "A dog",
      "Does your office have a dog, and is it called Rufus or Rex? Our receptionist would like to know.",
    );
    await cardWith(desk, "A dog");
    await alice(desk).command("/triage kb", "C0SUPPORT");
    const list = await until(desk, () => privately(desk).find((text) => text.includes("12 articles")));
    expect(list).toContain("password-reset.md");
    expect(list).toMatch(/no article answers it\*[\s\S]*A dog/);
    await alice(desk).command("/triage kb password-reset.md", "C0SUPPORT");
    await until(desk, () => privately(desk).find((text) => text.includes("password-reset.md#text")));
    await alice(desk).command("/triage kb remove password-reset.md", "C0SUPPORT");
    await until(desk, () => privately(desk).find((text) => text.includes("is a file of the folder")));
  });

  test("what may leave by itself waits for Undo, then leaves with the marks of a machine", async () => {
    await alice(desk).command("/triage posture support auto", "C0SUPPORT");
    await until(desk, () => privately(desk).some((text) => text.includes("posture")));
    const question = "How do I export all appointments of last year as CSV? Who may do that?";
    write(desk, "Export for the auditor", question);
    const card = await cardWith(desk, "Export for the auditor", (shown) =>
      shown.includes("unless somebody presses Undo"),
    );
    await alice(desk).press(card, { text: "Undo" });
    await cardWith(desk, "Export for the auditor", (shown) => shown.includes("Approve & send"));

    write(desk, "Export once more", question, "Tom Ash <tom@ashdental.example>");
    await cardWith(desk, "Export once more", (shown) => shown.includes("unless somebody presses Undo"));
    await cardWith(desk, "Export once more", (shown) => shown.includes("Waiting for the customer"));
    expect(desk.gmail.sent).toHaveLength(1);
    expect(desk.gmail.sent[0]).toMatchObject({ recipients: ["tom@ashdental.example"] });
    expect(desk.gmail.sent[0]!.headers["auto-submitted"]).toBe("auto-replied");
    expect(desk.gmail.sent[0]!.text).toContain("one CSV file");
  });
});

describe("two Mailrooms that answer and acknowledge each other by themselves", () => {
  const OPEN = "acknowledge: true, posture: auto, thresholds: { route: 0, draft: 0, send: 0 }";
  const INTENTS = ["support", "billing", "lead", "vendor", "other", "personal"];
  const ANSWER = "Hello,\\n\\nWe are open from nine to five. Could you tell us more, please?\\n\\nKind regards";
  const EVERYTHING = `intents:
${INTENTS.map((intent) => `  ${intent}: { ${OPEN} }`).join("\n")}
answering: { templates: { ${INTENTS.map((intent) => `${intent}: { en: "${ANSWER}" }`).join(", ")} } }
sending: { holdSeconds: 10 }`;
  /** Longer than the hold window and the next look into the mailbox. */
  const QUIET_SECONDS = 14;
  const open = async (address: string) => {
    const desk = await openDesk({ settings: settingsOf(address, EVERYTHING), mailboxes: [address] });
    await desk.start();
    return desk;
  };
  let larkspur: Desk;
  let tidewater: Desk;
  beforeAll(async () => {
    [larkspur, tidewater] = await Promise.all([open(SUPPORT), open(HELP)]);
  });
  afterAll(() => Promise.all([larkspur.end(), tidewater.end()]));

  /** The mail between two companies; `change` is what a careless relay does to it. */
  function connect(change: (raw: string) => string): () => void {
    const carried = { [SUPPORT]: larkspur.gmail.sent.length, [HELP]: tidewater.gmail.sent.length };
    const carry = (from: Desk, to: Desk, address: keyof typeof carried, target: string) => {
      for (; carried[address]! < from.gmail.sent.length; carried[address]!++) {
        const sent = from.gmail.sent[carried[address]!]!;
        if (!sent.recipients.includes(target)) continue;
        const raw = from.gmail.mailbox(address).take(sent.id).raw.toString();
        to.gmail.deliver(target, change(raw));
      }
    };
    const timer = setInterval(() => {
      carry(larkspur, tidewater, SUPPORT, HELP);
      carry(tidewater, larkspur, HELP, SUPPORT);
    }, 50);
    return () => clearInterval(timer);
  }
  const between = () =>
    [...larkspur.gmail.sent, ...tidewater.gmail.sent].filter(({ recipients }) =>
      recipients.some((one) => one === HELP || one === SUPPORT),
    ).length;

  test.each([
    { name: "with their marks", change: (raw: string) => raw, most: 1 },
    {
      name: "with every mark taken off",
      change: (raw: string) =>
        raw.replace(
          /^(?:Auto-Submitted|X-Auto-Response-Suppress|X-Mailroom-Send-Id|X-Google-[\w-]+):.*\r?\n(?:[ \t].*\r?\n)*/gim,
          "",
        ),
      // What one desk may send by itself in one conversation a day, twice.
      most: 6,
    },
  ])("$name they stop", async ({ name, change, most }) => {
    const before = between();
    const stop = connect(change);
    larkspur.gmail.deliver(
      SUPPORT,
      mailFrom({
        from: `Tidewater <${HELP}>`,
        subject: `A question ${name}`,
        text: "Could you please tell us how we can add a new receptionist to our account? Thank you very much.",
      }),
    );
    await until(larkspur, () => between() > before);
    // As long as anything moves, somebody answers; quiet for this long is the end of it.
    let [last, quiet] = [between(), 0];
    while (quiet < QUIET_SECONDS) {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      quiet = between() === last ? quiet + 1 : 0;
      last = between();
    }
    stop();
    expect(between() - before).toBeLessThanOrEqual(most);
  });
});

test("a mail that was only acknowledged is still waiting when the database is lost", async () => {
  const desk = await openDesk({
    settings: settingsOf(SUPPORT, "intents:\n  support: { acknowledge: true, thresholds: { route: 0, draft: 0 } }"),
  });
  try {
    await desk.start();
    write(
      desk,
      "Receptionist",
      "Our booking page shows an error since Monday. How do I mend it?",
      "Tom <tom@ash.example>",
    );
    await until(desk, () => desk.gmail.sent.length === 1);
    expect(desk.gmail.sent[0]!.headers["auto-submitted"]).toBe("auto-replied");
    expect(await desk.stop()).toBe(0);
    for (const end of ["", "-wal", "-shm"]) rmSync(path.join(desk.folder, `mailroom.db${end}`), { force: true });

    await desk.start();
    // The new database numbers its tickets after the ones that stand in Slack.
    const drawnAnew = (shown: string) => Number(/"ticket:(\d+):/.exec(shown)?.[1]) > 1;
    const card = await cardWith(desk, "Receptionist", drawnAnew);
    expect(shownOn(card)).toContain("ticket.approve");
  } finally {
    await desk.end();
  }
});
