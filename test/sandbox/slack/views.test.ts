import type { BlockAction, ViewOutput } from "@slack/bolt";
import { describe, expect, test } from "vitest";
import { block, element, home, modal, plain } from "./block-kit/samples.ts";
import { anApp, aSlack, clientOf, refusalOf } from "./helpers.ts";
import { aTrigger, named, quiet } from "./modal-helpers.ts";

const START = 1_700_000_000_000;

describe("triggers", () => {
  test("live three seconds and work once", async () => {
    const slack = await aSlack({ now: () => START });
    const { client } = await anApp(slack, quiet);
    const open = (trigger_id: string) => client.views.open({ trigger_id, view: modal([named("a")]) as never });
    const first = await aTrigger(slack);
    slack.clock.advance(3000);
    expect((await open(first)).ok).toBe(true);
    expect(await refusalOf(open(first))).toMatchObject({ error: "exchanged_trigger_id" });
    const second = await aTrigger(slack);
    slack.clock.advance(3001);
    expect(await refusalOf(open(second))).toMatchObject({ error: "expired_trigger_id" });
    expect(await refusalOf(open("123.456.abc"))).toMatchObject({
      error: "invalid_trigger_id",
      response_metadata: { messages: ["[ERROR] invalid `trigger_id`"] },
    });
  });

  test("are not used up by a view that was refused", async () => {
    const slack = await aSlack();
    const { client } = await anApp(slack, quiet);
    const trigger_id = await aTrigger(slack);
    const bad = client.views.open({ trigger_id, view: modal([]) as never });
    expect(await refusalOf(bad)).toMatchObject({ error: "invalid_arguments" });
    expect((await client.views.open({ trigger_id, view: modal([named("a")]) as never })).ok).toBe(true);
  });
});

describe("views", () => {
  const opened = async (view = modal([named("a")], { external_id: "edit-1" })) => {
    const slack = await aSlack();
    const { client } = await anApp(slack, quiet);
    const answer = await client.views.open({ trigger_id: await aTrigger(slack), view: view as never });
    return { slack, client, view: answer.view as Required<ViewOutput>, alice: slack.as("U01ALICE") };
  };

  test("come back with everything written out", async () => {
    const { view } = await opened();
    expect(view).toMatchObject({
      type: "modal",
      team_id: "T01LARKSPUR",
      root_view_id: view.id,
      previous_view_id: null,
      external_id: "edit-1",
      app_id: "A0MAILROOM",
      bot_id: "B0MAILROOM",
      private_metadata: "",
      callback_id: "",
      close: null,
      clear_on_close: false,
      title: { type: "plain_text", text: "Title", emoji: true },
      state: { values: { a: { v: { type: "plain_text_input", value: null } } } },
      blocks: [{ optional: false, dispatch_action: false }],
    });
    expect(view.hash).toMatch(/^\d{10}\.[0-9a-f]{8}$/);
  });

  test("a hash guards against a lost update; none forces, an empty one never fits", async () => {
    const { client, view } = await opened();
    const update = (more: Record<string, unknown>) =>
      client.views.update({ view_id: view.id, view: modal([named("a")]) as never, ...more });
    const second = await update({ hash: view.hash });
    expect(second.view?.hash).not.toBe(view.hash);
    expect(await refusalOf(update({ hash: view.hash }))).toMatchObject({ error: "hash_conflict" });
    expect(await refusalOf(update({ hash: "" }))).toMatchObject({ error: "hash_conflict" });
    expect((await update({})).ok).toBe(true);
  });

  test("are found by external_id, which nobody else may have", async () => {
    const { slack, client } = await opened();
    const view = modal([named("a")], { external_id: "edit-1" });
    expect((await client.views.update({ external_id: "edit-1", view: view as never })).ok).toBe(true);
    const bob = client.views.open({ trigger_id: await aTrigger(slack, "U02BOB"), view: view as never });
    expect(await refusalOf(bob)).toMatchObject({ error: "duplicate_external_id" });
    const publish = (user_id: string) =>
      client.views.publish({ user_id, view: home([block("divider")], { external_id: "home" }) as never });
    await publish("U01ALICE");
    await publish("U01ALICE");
    expect(await refusalOf(publish("U02BOB"))).toMatchObject({ error: "duplicate_external_id" });
  });

  test("are gone once the person closed them", async () => {
    const { client, view, alice } = await opened();
    await alice.closeModal();
    const update = client.views.update({ view_id: view.id, view: modal([named("a")]) as never });
    expect(await refusalOf(update)).toMatchObject({ error: "not_found" });
  });

  test("keep their kind", async () => {
    const { client, view } = await opened();
    const update = client.views.update({ view_id: view.id, view: home([block("divider")]) as never });
    expect(await refusalOf(update)).toMatchObject({
      error: "invalid_arguments",
      response_metadata: {
        messages: [
          "[ERROR] must match the `type` of the root view whose stack we're pushing onto [json-pointer:/view/type]",
        ],
      },
    });
    const publish = client.views.publish({ user_id: "U01ALICE", view: modal([block("divider")]) as never });
    expect(await refusalOf(publish)).toMatchObject({ error: "invalid_arguments" });
  });

  test("keep what was typed only where block_id and action_id stay", async () => {
    const { slack, client, view, alice } = await opened(modal([named("a"), named("b"), named("c"), named("d")]));
    await alice.fill({ a: "one", b: "two", c: "three", d: "four@larkspur.de" });
    const changed = [
      named("a", { label: plain("renamed") }),
      named("b2"),
      named("c", { element: element("plain_text_input", { action_id: "v2" }) }),
      named("d", { element: element("email_text_input", { action_id: "v" }) }),
    ];
    await client.views.update({ view_id: view.id, view: modal(changed) as never });
    expect(slack.modal("U01ALICE")?.state).toEqual({
      values: {
        a: { v: { type: "plain_text_input", value: "one" } },
        b2: { v: { type: "plain_text_input", value: null } },
        c: { v2: { type: "plain_text_input", value: null } },
        d: { v: { type: "email_text_input", value: null } },
      },
    });
  });

  test("stack three high", async () => {
    const slack = await aSlack();
    const { client } = await anApp(slack, (app) => {
      quiet(app);
      app.action("deeper", async ({ ack, body, client }) => {
        await ack();
        await client.views.push({ trigger_id: (body as BlockAction).trigger_id, view: modal([deeper]) as never });
      });
    });
    const deeper = block("actions", { elements: [element("button", { action_id: "deeper", text: plain("Deeper") })] });
    await client.views.open({ trigger_id: await aTrigger(slack), view: modal([deeper]) as never });
    const alice = slack.as("U01ALICE");
    for (const height of [2, 3]) {
      await alice.press(slack.modal("U01ALICE") as { id: string }, "Deeper");
      await slack.until(() => slack.modals("U01ALICE").length === height);
    }
    const [root, middle, top] = slack.modals("U01ALICE");
    expect(top).toMatchObject({ root_view_id: root?.id, previous_view_id: middle?.id });
    await alice.press(top as { id: string }, "Deeper");
    await slack.until(() => slack.refused.some(({ error }) => error === "push_limit_reached"));
    await alice.closeModal();
    expect(slack.modals("U01ALICE")).toHaveLength(2);
    await alice.closeModal({ all: true });
    expect(slack.modals("U01ALICE")).toEqual([]);
  });

  test("a push needs a trigger from a modal that is still open", async () => {
    const slack = await aSlack();
    const { client } = await anApp(slack, quiet);
    const push = client.views.push({ trigger_id: await aTrigger(slack), view: modal([named("a")]) as never });
    expect(await refusalOf(push)).toMatchObject({ error: "not_found" });
  });

  test("asking for files needs the scope", async () => {
    const slack = await aSlack();
    const { client } = await anApp(slack, quiet);
    slack.setScopes(slack.app.scopes.filter((scope) => scope !== "files:read"));
    const view = modal([block("input", { element: element("file_input") })]);
    const open = client.views.open({ trigger_id: await aTrigger(slack), view: view as never });
    expect(await refusalOf(open)).toMatchObject({ error: "missing_scope", needed: "files:read" });
  });
});

describe("the Home tab", () => {
  test("opens without a view the first time, with it the next", async () => {
    const slack = await aSlack();
    const events: { view?: unknown }[] = [];
    const { client } = await anApp(slack, (app) => {
      app.event("app_home_opened", async ({ event }) => void events.push(event));
    });
    const alice = slack.as("U01ALICE");
    await alice.openHome();
    expect(slack.home("U01ALICE")).toBeUndefined();
    await client.views.publish({ user_id: "U01ALICE", view: home([block("section")]) as never });
    await alice.openHome();
    await alice.openHome({ tab: "messages" });
    await slack.until(() => slack.settled());
    expect(events).toMatchObject([{ tab: "home" }, { tab: "home", view: { type: "home" } }, { tab: "messages" }]);
    expect(events[0]).not.toHaveProperty("view");
    expect(events[2]).not.toHaveProperty("view");
  });

  test("needs a person, and the tab to be on", async () => {
    const slack = await aSlack();
    const publish = (user_id: string) =>
      clientOf(slack).views.publish({ user_id, view: home([block("divider")]) as never });
    expect(await refusalOf(publish("U0NOBODY"))).toMatchObject({
      error: "invalid_arguments",
      response_metadata: { messages: ["[ERROR] invalid `user_id`"] },
    });
    const off = await aSlack({ app: { homeTab: false } });
    const refused = clientOf(off).views.publish({ user_id: "U01ALICE", view: home([block("divider")]) as never });
    expect(await refusalOf(refused)).toMatchObject({ error: "not_enabled" });
  });

  test("two publishes with one hash: the second loses", async () => {
    const slack = await aSlack();
    const publish = (hash?: string) =>
      clientOf(slack).views.publish({
        user_id: "U01ALICE",
        view: home([block("divider")]) as never,
        ...(hash !== undefined && { hash }),
      });
    const { view } = await publish();
    await publish(view?.hash);
    expect(await refusalOf(publish(view?.hash))).toMatchObject({ error: "hash_conflict" });
    expect((await publish()).view?.id).toBe(view?.id);
  });
});
