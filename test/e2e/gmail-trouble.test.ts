import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Books, openBooks } from "./books.ts";
import { cardsIn, cardWith, type Desk, inReplyTo, mailFrom, openDesk, SUPPORT, shownOn } from "./desk.ts";
import { type Detour, openDetour } from "./detour.ts";

const SALES = "sales@larkspur.example";
const SETTINGS = `
company: { name: Larkspur }
mailboxes:
  - address: ${SUPPORT}
  - address: ${SALES}
queues:
  triage: { channel: C0TRIAGE }
  support: { channel: C0SUPPORT, owners: [U01ALICE] }
  billing: { channel: C0BILLING }
people:
  - { slack: U01ALICE, name: Alice, roles: [admin, agent] }
  - { slack: U02BOB, name: Bob, roles: [agent] }
`;

let desk: Desk;
let books: Books;
let detour: Detour;
beforeAll(async () => {
  desk = await openDesk({ settings: SETTINGS, mailboxes: [SUPPORT, SALES] });
  desk.gmail.knobs.unitsPerUserPerMinute = 1_000_000;
  detour = await openDetour(desk.gmail.url);
  books = openBooks(desk);
  await books.connect(SALES, desk.gmail.refreshToken(SALES));
  await desk.start({ GMAIL_API_URL: detour.url });
});
afterEach(() => {
  desk.gmail.faults.clear();
  detour.clear();
});
afterAll(async () => {
  await books?.close();
  await desk?.end();
  await detour?.stop();
});

const TEXT = "Our receptionist starts on Monday. Which role do I give her so that she sees the diary only?\n\nOrla";
const write = (subject: string, more: Partial<Parameters<typeof mailFrom>[0]> = {}, box = SUPPORT) =>
  desk.gmail.deliver(
    box,
    mailFrom({ from: "Orla Keane <orla@quayside.example>", subject, text: `${TEXT}\n${subject}`, to: box, ...more }),
  );
const cardsWith = (subject: string) =>
  cardsIn(desk.slack, "C0TRIAGE", "C0SUPPORT", "C0BILLING").filter((card) => shownOn(card).includes(subject));
const callsTo = (method: string, user = SUPPORT) =>
  desk.gmail.calls.filter((call) => call.method === method && call.user === user);
const polled = async (box = SUPPORT) => {
  const before = callsTo("history.list", box).filter(({ status }) => status === 200).length;
  // The second one begins after the first has been taken in.
  await desk.gmail.until(
    () => callsTo("history.list", box).filter(({ status }) => status === 200).length >= before + 2,
    30_000,
  );
};

describe("reading on", () => {
  test("the cursor has expired: what came meanwhile is listed, bounded, and nothing comes twice", async () => {
    const old = write("Before the gap");
    await cardWith(desk, "Before the gap");
    const spam = write("In spam before the gap");
    desk.gmail.web(SUPPORT).markSpam(spam.threadId);
    await books.fateOf(spam.id);
    const lists = callsTo("messages.list").length;

    const missed = [1, 2, 3].map((number) => write(`Arrived in the gap ${number}`));
    desk.gmail.web(SUPPORT).rescue(spam.threadId);
    desk.gmail.expireHistory(SUPPORT);

    for (const [index] of missed.entries()) await cardWith(desk, `Arrived in the gap ${index + 1}`);
    await cardWith(desk, "In spam before the gap");
    await polled();
    for (const mail of [old, spam, ...missed]) expect(await books.fateOf(mail.id)).toMatchObject({ state: "ticket" });
    for (const subject of ["Before the gap", "Arrived in the gap 1", "Arrived in the gap 2", "Arrived in the gap 3"])
      expect(cardsWith(subject).filter((card) => !shownOn(card).includes("In spam"))).toHaveLength(1);
    const queries = callsTo("messages.list")
      .slice(lists)
      .map(({ query }) => query["q"]?.[0] ?? "");
    expect(queries.length).toBeGreaterThan(0);
    for (const q of queries) expect(q).toMatch(/^after:\d{10} /);
    expect(desk.log()).toContain("listing the mailbox instead");
  });

  test("the history grows while its pages are read, and shows a mail in several records", async () => {
    let page = 0;
    detour.on(
      ({ path }) => path.endsWith("/history"),
      ({ query }) => {
        query.set("maxResults", "2");
        if (query.has("pageToken") && ++page <= 3) write(`Came between pages ${page}`);
        return undefined;
      },
    );
    const customer = desk.gmail.customer("pages@brook.example");
    // Each of these makes two records: added, then labelled with its category.
    for (const number of [1, 2, 3]) customer.write({ to: SUPPORT, subject: `First on a page ${number}`, text: TEXT });
    for (const number of [1, 2, 3]) await cardWith(desk, `First on a page ${number}`);
    for (const number of [1, 2, 3]) await cardWith(desk, `Came between pages ${number}`);
    expect(page).toBeGreaterThanOrEqual(3);
    detour.clear();
    await polled();
    for (const number of [1, 2, 3]) {
      expect(cardsWith(`First on a page ${number}`)).toHaveLength(1);
      expect(cardsWith(`Came between pages ${number}`)).toHaveLength(1);
    }
  });

  test("one mail to two of our mailboxes is one ticket; the other copy is accounted for as a duplicate", async () => {
    const { arrived } = desk.gmail
      .customer("both@brook.example")
      .write({ to: SUPPORT, cc: SALES, subject: "Sent to both of you", text: TEXT });
    expect(arrived).toHaveLength(2);
    const fates = await Promise.all(arrived.map(({ id, mailbox }) => books.fateOf(id, mailbox)));
    expect(fates.map(({ state }) => state).sort()).toEqual(["duplicate", "ticket"]);
    const [first, copy] = fates[0]!.state === "ticket" ? fates : [fates[1], fates[0]];
    expect(copy!.duplicateOf).toBe(first!.messageId);
    await cardWith(desk, "Sent to both of you");
    await polled();
    expect(cardsWith("Sent to both of you")).toHaveLength(1);
  });

  test("a Message-ID that was seen before does not swallow another mail", async () => {
    const headers = { "Message-ID": "<always-the-same@shop.example>" };
    const first = write("Order form 1001", { from: "Shop <shop@shop.example>", headers });
    await cardWith(desk, "Order form 1001");
    const second = write("Order form 1002", {
      from: "Shop <shop@shop.example>",
      headers,
      text: "Another customer, another wish entirely: two dozen of the blue ones please.",
    });
    await cardWith(desk, "Order form 1002");
    const tickets = await Promise.all([first, second].map(async ({ id }) => (await books.fateOf(id)).ticketId));
    expect(new Set(tickets).size).toBe(2);
  });

  test("a mail that vanishes between list and get is accounted for, and the rest goes on", async () => {
    const gone = write("Gone in a moment");
    desk.gmail.vanish(SUPPORT, gone.id);
    write("Still here afterwards");
    await cardWith(desk, "Still here afterwards");
    expect(await books.fateOf(gone.id)).toMatchObject({
      state: "ignored",
      reason: "It was gone from Gmail before it could be read",
    });
    expect(cardsWith("Gone in a moment")).toEqual([]);
  });

  test("drafts are no mail, what we write ourselves is context, spam is left alone until somebody rescues it", async () => {
    const web = desk.gmail.web(SUPPORT);
    const draft = web.autosave(undefined, { to: ["someone@brook.example"], subject: "Half a thought", text: "I was" });
    web.autosave(
      undefined,
      { to: ["someone@brook.example"], subject: "Half a thought", text: "I was going" },
      draft.draftId,
    );
    const own = web.write({ to: ["partner@brook.example"], subject: "From us to them", text: "A word from us." });
    const spam = desk.gmail.deliver(
      SUPPORT,
      mailFrom({ from: "Late Payer <payer@brook.example>", subject: "Mistaken for spam", text: TEXT }),
      { labels: ["SPAM", "UNREAD"] },
    );
    const filed = desk.gmail.deliver(
      SUPPORT,
      mailFrom({ from: "Filed Away <filed@brook.example>", subject: "Filed by a filter", text: TEXT }),
      { labels: ["UNREAD"] },
    );
    expect(await books.fateOf(own.id)).toMatchObject({
      state: "ignored",
      reason: "Sent from this mailbox, outside any ticket",
    });
    expect(await books.fateOf(spam.id)).toMatchObject({ state: "ignored", reason: "In Gmail's spam folder" });
    expect(await books.fateOf(filed.id)).toMatchObject({ state: "ignored" });
    web.rescue(spam.threadId);
    web.unarchive(filed.threadId);
    await cardWith(desk, "Mistaken for spam");
    await cardWith(desk, "Filed by a filter");
    expect(await books.fateOf(spam.id)).toMatchObject({ state: "ticket" });
    for (const subject of ["Half a thought", "From us to them"]) expect(cardsWith(subject)).toEqual([]);
    web.deleteDraft(draft.draftId);
  });

  test("a reply that Gmail put into another thread reopens its closed ticket", async () => {
    const first = write("Split by Gmail");
    const card = await cardWith(desk, "Split by Gmail");
    const alice = desk.slack.as("U01ALICE");
    await alice.choose(card, { actionId: "ticket.more" }, "Close");
    await cardWith(desk, "Split by Gmail", (shown) => shown.includes("Closed by <@U01ALICE>"));
    // The customer's program changed the subject: for Gmail that is a new conversation, for us it is not.
    const reply = write("Now about something like it", { headers: inReplyTo(desk, first.id) });
    expect(reply.threadId).not.toBe(first.threadId);
    const again = await cardWith(desk, "Split by Gmail", (shown) => shown.includes("New"));
    expect(again.ts).toBe(card.ts);
    expect((await books.fateOf(reply.id)).ticketId).toBe((await books.fateOf(first.id)).ticketId);
    expect(cardsWith("Now about something like it")).toEqual([]);
  });
});

describe("signing in", () => {
  test("access tokens run out, or die before their time: a new one is fetched and no mail waits", async () => {
    desk.gmail.knobs.accessTokenSeconds = 1;
    desk.gmail.expireAccessTokens(SUPPORT);
    write("After the token died");
    await cardWith(desk, "After the token died");
    write("On a token of one second");
    await cardWith(desk, "On a token of one second");
    desk.gmail.knobs.accessTokenSeconds = 3_599;
    expect((await books.mailbox()).disconnectedAt).toBeNull();
  });

  test("access was revoked: one notice, the cursor is kept, the other mailbox works on, connecting again heals it without a restart", async () => {
    await polled(SALES);
    const before = await books.mailbox(SALES);
    desk.gmail.revoke(SALES);
    await expect
      .poll(async () => (await books.mailbox(SALES)).disconnectedReason, { timeout: 20_000 })
      .toBe("gmail_disconnected");
    const marked = await books.mailbox(SALES);
    const missed = write("Written while nobody could read it", {}, SALES);
    write("The other mailbox goes on");
    await cardWith(desk, "The other mailbox goes on");
    const tries = () =>
      desk.gmail.calls.filter(({ method, status }) => method === "oauth.token" && status === 400).length;
    const soFar = tries();
    await desk.gmail.until(() => tries() >= soFar + 2, 20_000);
    const later = await books.mailbox(SALES);
    expect(later.disconnectedAt).toBe(marked.disconnectedAt);
    expect(later.cursor).toBe(marked.cursor);
    expect(BigInt(later.cursor!)).toBeGreaterThanOrEqual(BigInt(before.cursor!));
    const told = desk
      .log()
      .split("\n")
      .filter((line) => line.includes("the mailbox could not be read") && line.includes('"level":40'));
    expect(told.filter((line) => line.includes(`"mailboxId":${later.id},"code":"gmail_disconnected"`))).toHaveLength(1);

    await books.connect(SALES, await consent(SALES));
    await cardWith(desk, "Written while nobody could read it");
    expect(await books.fateOf(missed.id, SALES)).toMatchObject({ state: "ticket" });
    expect((await books.mailbox(SALES)).disconnectedAt).toBeNull();
  });
});

describe("being refused", () => {
  const statuses = (method: string, user = SUPPORT) => callsTo(method, user).map(({ status }) => status);

  test("429 and 403 for too many calls: the mailbox rests as long as it was told, and nothing is given up", async () => {
    const { faults } = desk.gmail;
    faults.throttle({ method: "messages.get", user: SUPPORT, retryAfter: 2 });
    write("Slower, said the header");
    await cardWith(desk, "Slower, said the header");
    faults.throttle({ method: "messages.get", user: SUPPORT, status: 403, until: Date.now() + 3_000 });
    write("Slower, said the text");
    await cardWith(desk, "Slower, said the text");
    const gets = callsTo("messages.get");
    for (const status of [429, 403]) {
      const index = gets.findLastIndex((call) => call.status === status);
      expect(index).toBeGreaterThan(-1);
      expect(gets[index + 1]!.at - gets[index]!.at).toBeGreaterThanOrEqual(1_900);
    }
  });

  test("a 429 that names no time rests one mailbox; the other goes on meanwhile", async () => {
    desk.gmail.faults.throttle({ method: "messages.get", user: SALES });
    write("The throttled one", {}, SALES);
    await desk.gmail.until(() => statuses("messages.get", SALES).includes(429), 20_000);
    write("Not its neighbour");
    await cardWith(desk, "Not its neighbour");
    expect(cardsWith("The throttled one")).toEqual([]);
    await cardWith(desk, "The throttled one");
    expect(statuses("messages.get", SALES).filter((status) => status === 429)).toHaveLength(1);
  });

  test("server errors and dropped connections on the way to a mail and to the history: asked again, nothing lost", async () => {
    const { faults } = desk.gmail;
    faults.fail({ method: "history.list", user: SUPPORT, status: 500 });
    faults.fail({ method: "history.list", user: SUPPORT, status: 503, when: "after" });
    faults.drop({ method: "history.list", user: SUPPORT });
    faults.fail({ method: "messages.get", user: SUPPORT, status: 500 });
    faults.fail({ method: "messages.get", user: SUPPORT, status: 502, when: "after" });
    faults.drop({ method: "messages.get", user: SUPPORT });
    const before = statuses("messages.get").length;
    const mails = [1, 2, 3].map((number) => write(`Through bad weather ${number}`));
    for (const number of [1, 2, 3]) await cardWith(desk, `Through bad weather ${number}`);
    expect(
      statuses("messages.get")
        .slice(before)
        .filter((status) => status !== 200)
        .sort(),
    ).toEqual([0, 500, 502]);
    for (const mail of mails) expect(await books.fateOf(mail.id)).toMatchObject({ state: "ticket" });
    for (const number of [1, 2, 3]) expect(cardsWith(`Through bad weather ${number}`)).toHaveLength(1);
  });

  test("a Gmail without history and without getProfile is listed instead, and history is used again when it is there", async () => {
    detour.lacks(({ path }) => /\/(history|profile)$/.test(path));
    write("No history to read");
    await cardWith(desk, "No history to read");
    write("No history again");
    await cardWith(desk, "No history again");
    detour.clear();
    await polled();
    write("History is back");
    await cardWith(desk, "History is back");
    await polled();
    for (const subject of ["No history to read", "No history again", "History is back"])
      expect(cardsWith(subject)).toHaveLength(1);
  });
});

/** The owner of a mailbox says yes in the browser. */
async function consent(address: string): Promise<string> {
  const { gmail } = desk;
  const redirect = "http://127.0.0.1:1/";
  const ask = new URLSearchParams({
    client_id: gmail.clientId,
    response_type: "code",
    redirect_uri: redirect,
    scope: "https://www.googleapis.com/auth/gmail.modify",
    access_type: "offline",
    prompt: "consent",
    login_hint: address,
  });
  const { headers } = await fetch(`${gmail.authUrl}?${ask}`, { redirect: "manual" });
  const code = new URL(headers.get("location")!).searchParams.get("code")!;
  const form = {
    grant_type: "authorization_code",
    code,
    redirect_uri: redirect,
    client_id: gmail.clientId,
    client_secret: gmail.clientSecret,
  };
  const answer = await fetch(gmail.tokenUrl, { method: "POST", body: new URLSearchParams(form) });
  return ((await answer.json()) as { refresh_token: string }).refresh_token;
}
