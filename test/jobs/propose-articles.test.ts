import { expect, test } from "vitest";
import { getProposal, proposalOf } from "../../src/db/proposals.ts";
import { findTicketOfThread } from "../../src/db/tickets.ts";
import { proposeArticle, proposeArticles } from "../../src/jobs/propose-articles.ts";
import { writtenArticle } from "../../src/pipeline/answer/written-article.ts";
import { decideProposal, readProposal } from "../../src/tickets/proposals.ts";
import { aDesk, settingsWith } from "../fakes/desk.ts";

const RULE = "Dogs are welcome in all training rooms on the ground floor, as long as they stay on a lead.";
const SENT = { labels: ["SENT"], from: "Support <support@larkspur.example>" };

type Desk = Awaited<ReturnType<typeof aDesk>>;
/** A customer asks, and somebody answers from Gmail itself. */
async function answered(desk: Desk, id: string, reply: string | undefined) {
  desk.mailbox.deliver({ id, subject: "Bringing a dog", text: `May I bring a dog? My order is LK-${id}0417.` });
  await desk.work();
  if (reply !== undefined) {
    desk.clock.advance(60_000);
    const text = `Hi Orla,\n\n${reply}\n\nKind regards,\nMia Bell`;
    desk.mailbox.deliver({ ...SENT, id: `${id}-out`, thread: id, subject: "Re: Bringing a dog", text });
    await desk.work();
  }
  return (await findTicketOfThread(desk.db.read, 1, id))!.id;
}
const shown = (desk: Desk) => desk.chat.posts.filter(({ text }) => text.startsWith("An article is proposed"));

test("an answer from Gmail is proposed by the daily look, once, and says nothing of the customer in its notification", async () => {
  const desk = await aDesk();
  const ticketId = await answered(desk, "11", RULE);
  await proposeArticles(desk.deps);
  await desk.work();
  expect(shown(desk)).toHaveLength(1);
  expect(shown(desk)[0]!.channel).toBe("C0TRIAGE");
  expect(shown(desk)[0]!.text).toBe(`An article is proposed from the answer to ticket #${ticketId}`);
  const said = JSON.stringify(shown(desk)[0]!.blocks);
  expect(said).toContain("Dogs are welcome");
  for (const theirs of ["Orla", "LK-110417", "Mia Bell", "Kind regards"]) expect(said).not.toContain(theirs);
  await proposeArticles(desk.deps);
  await desk.work();
  expect(shown(desk)).toHaveLength(1);
});

test("nobody's answer, a machine's or one that is the customer's own makes none; what is regulated is left alone", async () => {
  const desk = await aDesk();
  const open = await answered(desk, "21", undefined);
  const own = await answered(desk, "22", "Your order LK-220417 left today.");
  await proposeArticles(desk.deps);
  await desk.work();
  expect(shown(desk)).toEqual([]);
  expect(await proposalOf(desk.db.read, open)).toBeUndefined();
  expect(await proposalOf(desk.db.read, own)).toMatchObject({ state: "nothing", article: undefined });
  expect(await proposeArticle(desk.deps)({ ticketId: open, by: "U02BOB" })).toEqual({ kind: "no-answer" });
  expect(await proposeArticle(desk.deps)({ ticketId: open, by: "U03CARA" })).toMatchObject({ kind: "forbidden" });

  const regulated = await aDesk({
    settings: settingsWith({ knowledge: { regulated: { support: ["refunds.md#text"] } } }),
  });
  await answered(regulated, "23", RULE);
  await proposeArticles(regulated.deps);
  await regulated.work();
  expect(shown(regulated)).toEqual([]);
  const asked = (await findTicketOfThread(regulated.db.read, 1, "23"))!.id;
  expect(await proposeArticle(regulated.deps)({ ticketId: asked, by: "U02BOB" })).toEqual({ kind: "not-to-be" });
});

test("a model may phrase it; only an editor decides, and once", async () => {
  const desk = await aDesk({
    instead: () => ({ phrase: async (article) => ({ ...article, title: "Dogs in training rooms" }) }),
  });
  const ticketId = await answered(desk, "31", RULE);
  expect(await proposeArticle(desk.deps)({ ticketId, by: "U02BOB" })).toEqual({
    kind: "proposed",
    channel: "C0TRIAGE",
  });
  const { id } = (await proposalOf(desk.db.read, ticketId))!;
  const decide = decideProposal(desk.deps, { written: writtenArticle });
  expect(await decide({ by: "U02BOB", proposalId: id, approve: true })).toMatchObject({ kind: "forbidden" });
  expect(await readProposal(desk.deps)({ by: "U02BOB", proposalId: id })).toMatchObject({ kind: "forbidden" });
  const [one, two] = await Promise.all([
    decide({ by: "U01ALICE", proposalId: id, approve: true }),
    decide({ by: "U09LEAD", proposalId: id, approve: false }),
  ]);
  expect(one).toMatchObject({ kind: "settled", article: { kind: "added", path: "slack:dogs-in-training-rooms" } });
  expect(two).toEqual({ kind: "decided-before", ticketId, by: "U01ALICE" });
  expect(await getProposal(desk.db.read, id)).toMatchObject({ state: "approved", settledBy: "U01ALICE" });
});

test("a title that is taken leaves the proposal open", async () => {
  const desk = await aDesk();
  const [first, second] = [await answered(desk, "41", RULE), await answered(desk, "42", `${RULE} Cats are not.`)];
  const decide = decideProposal(desk.deps, { written: writtenArticle });
  for (const ticketId of [first, second]) await proposeArticle(desk.deps)({ ticketId, by: "U02BOB" });
  const ids = await Promise.all([first, second].map(async (one) => (await proposalOf(desk.db.read, one))!.id));
  await decide({ by: "U01ALICE", proposalId: ids[0]!, approve: true });
  expect(await decide({ by: "U01ALICE", proposalId: ids[1]!, approve: true })).toMatchObject({
    kind: "settled",
    article: { kind: "exists", version: 1 },
  });
  expect(await getProposal(desk.db.read, ids[1]!)).toMatchObject({ state: "open" });
});
