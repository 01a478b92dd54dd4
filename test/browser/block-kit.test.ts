import type { KnownBlock } from "@slack/types";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type BarePage, openPage } from "./bare-page.ts";
import { CONTROLS, listenToEverything, NEWER, TEXTS } from "./block-kit-app.ts";

let desk: BarePage;
let told: ReturnType<typeof listenToEverything>;

beforeAll(async () => {
  desk = await openPage((app) => {
    told = listenToEverything(app);
  });
});
afterAll(() => desk?.close());

const post = async (text: string, blocks: unknown[], channel = "C0SUPPORT") =>
  desk.client.chat.postMessage({ channel, text, blocks: blocks as KnownBlock[] });

const newest = (page: Page) => page.getByRole("log").locator("article").last();

test("text is drawn as Slack draws it, and nothing in it is markup of the page", async () => {
  const page = await desk.as("U01ALICE", "channel/C0SUPPORT");
  await post("Texts", TEXTS);
  const message = newest(page);
  await message.getByText("Everything that text can be").waitFor();
  expect(await message.locator("strong", { hasText: /^bold$/ }).count()).toBe(2);
  expect(await message.locator("em", { hasText: /^italic$/ }).count()).toBe(1);
  expect(await message.innerText()).toContain("2*3*4 snake_case_name");
  expect(await message.locator(".mention.me").allInnerTexts()).toEqual(["@alice", "@here", "@alice"]);
  expect(await message.locator("blockquote").first().innerText()).toBe("quoted words\non two lines");
  expect(await message.locator("pre").first().innerText()).toBe("const a = 1 < 2;\n  @alice");
  expect(await message.innerText()).toContain("<script>alert(1)</script> & <img src=x onerror=alert(1)>");
  expect(await message.innerText()).toContain("Due Friday, November 20, 2026 at 15:30");
  expect(await message.innerText()).toContain("*not bold* <b>not html</b>");
  expect(await message.locator("script, img[src='x']").count()).toBe(0);
  await desk.picture(page, "block-kit-texts");
  expect(desk.complaints).toEqual([]);
});

test("every control tells the app what was chosen", async () => {
  const page = await desk.as("U01ALICE", "channel/C0SUPPORT");
  await post("Controls", CONTROLS);
  const message = newest(page);
  await message.getByRole("button", { name: "Beside it" }).click();
  await message.getByRole("button", { name: "More actions" }).first().click();
  await page.getByRole("menuitem", { name: "Move" }).click();

  await message.getByRole("button", { name: "Delete it" }).click();
  const dialog = page.getByRole("dialog", { name: "Really?" });
  await dialog.getByRole("button", { name: "Leave it" }).click();
  await message.getByRole("button", { name: "Delete it" }).click();
  await desk.picture(page, "block-kit-confirm");
  await dialog.getByRole("button", { name: "Do it" }).click();

  await message.getByRole("button", { name: "static select", exact: true }).click();
  await page.getByRole("combobox", { name: "Search: static select" }).fill("che");
  await page.keyboard.press("Enter");
  await message.getByRole("button", { name: "external select" }).click();
  await page.getByRole("combobox", { name: "Search: external select" }).fill("ba");
  await page.getByRole("option", { name: "Banana" }).click();
  await message.getByRole("button", { name: "users select" }).click();
  await page.getByRole("option", { name: /Bob Baker/ }).click();
  await message.getByRole("button", { name: "multi static select" }).click();
  await page.getByRole("option", { name: "Lime" }).click();
  await message.locator(".token", { hasText: "Lime" }).waitFor();
  await desk.picture(page, "block-kit-controls");
  await page.keyboard.press("Escape");
  await message.getByRole("radio", { name: "Now" }).check();
  await message.getByRole("checkbox", { name: "Phone" }).check();
  await message.locator("input[type=date]").fill("2026-12-24");

  await expect
    .poll(() => told.actions)
    .toEqual([
      "beside",
      "overflow=move",
      "stop",
      "static_select=cherry",
      "external_select=banana",
      "users_select=U02BOB",
      "multi_static_select=lime",
      "radio=now",
      "checks=mail+phone",
      "date=2026-12-24",
    ]);
  expect(desk.complaints).toEqual([]);
});

test("a private answer is seen by one person, and can be dismissed; a silent app is shown to be one", async () => {
  const [alice, bob] = [await desk.as("U01ALICE", "channel/C0SALES"), await desk.as("U02BOB", "channel/C0SALES")];
  await post("Controls", CONTROLS, "C0SALES");
  await newest(bob).getByRole("button", { name: "Primary" }).waitFor();
  await newest(alice).getByRole("button", { name: "Plain" }).click();
  const notice = alice.locator("article.ephemeral");
  await notice.getByText("Only visible to you").waitFor();
  expect(await bob.locator("article.ephemeral").count()).toBe(0);
  await notice.getByRole("button", { name: "Dismiss" }).click();
  await notice.waitFor({ state: "detached" });

  await newest(bob).getByRole("button", { name: "Nobody answers" }).click();
  await bob.getByRole("status").getByText("did not answer within three seconds").waitFor();
  expect(desk.complaints).toEqual([]);
});

test("newer blocks are drawn as well", async () => {
  const page = await desk.as("U01ALICE", "channel/C0BILLING");
  await post("Newer", NEWER, "C0BILLING");
  await newest(page).getByRole("cell", { name: "$79" }).waitFor();
  await desk.picture(page, "block-kit-newer");
  await newest(page).getByRole("button", { name: "Take it" }).click();
  await newest(page).getByRole("button", { name: "Good" }).click();
  await newest(page).getByRole("button", { name: "Remove" }).click();
  await expect.poll(() => told.actions.slice(-3)).toEqual(["card", "feedback", "bin"]);
  expect(desk.complaints).toEqual([]);
});

test("a form: checked before it leaves, corrected by the app, stacked, kept while it is redrawn", async () => {
  const page = await desk.as("U01ALICE", "channel/C0TRIAGE");
  await page.getByRole("button", { name: "Shortcuts" }).click();
  await page.getByRole("menuitem", { name: /Open the form/ }).click();
  const form = page.getByRole("dialog", { name: "Every kind of field" });
  await form.waitFor();
  expect(await form.locator(":focus").getAttribute("aria-label")).toBe("Name");
  await page.keyboard.type("Nobody");
  await page.keyboard.press("Enter");
  await form.getByText("Please complete this required field.").first().waitFor();
  await desk.picture(page, "modal-required");

  await form.getByLabel("E-mail").fill("ann@larkspur.example");
  await form.getByLabel("Seats").fill("12");
  await form.getByRole("button", { name: "Fruit" }).click();
  await page.getByRole("option", { name: "Apple" }).click();
  await form.getByRole("button", { name: "Several" }).click();
  await page.getByRole("option", { name: "Lemon" }).click();
  await page.getByRole("option", { name: /Mango/ }).click();
  await page.keyboard.press("Escape");
  await form.getByLabel("Day").fill("2026-12-01");
  await form.getByRole("radio", { name: "Later" }).check();
  await form.getByRole("checkbox", { name: "Phone" }).check();
  await form
    .getByLabel("File")
    .setInputFiles({ name: "note.txt", mimeType: "text/plain", buffer: Buffer.from("Grüße") });

  await form.getByRole("button", { name: "One more window" }).click();
  const top = page.getByRole("dialog", { name: "One more" });
  await top.waitFor();
  await desk.picture(page, "modal-stacked");
  await page.keyboard.press("Escape");
  await form.waitFor();
  expect(await form.getByLabel("Seats").inputValue()).toBe("12");

  await form.getByRole("button", { name: "Save" }).click();
  await form.getByText("Somebody, please").waitFor();
  await form.getByLabel("Name").fill("Ann Field");
  await form.getByRole("button", { name: "Save" }).click();
  const saved = page.getByRole("dialog", { name: "Saved" });
  await saved.getByText("Thank you").waitFor();
  await saved.getByRole("button", { name: "Close" }).last().click();
  await saved.waitFor({ state: "detached" });

  const value = (block: string) => told.submitted?.[block]?.value;
  expect(value("name")).toMatchObject({ value: "Ann Field" });
  expect(value("seats")).toMatchObject({ value: "12" });
  expect(value("fruit")).toMatchObject({ selected_option: { value: "apple" } });
  expect(value("several")).toMatchObject({ selected_options: [{ value: "lemon" }, { value: "mango" }] });
  expect(value("day")).toMatchObject({ selected_date: "2026-12-01" });
  expect(value("when")).toMatchObject({ selected_option: { value: "later" } });
  expect(value("file")).toMatchObject({ files: [{ name: "note.txt", size: 7 }] });
  expect(desk.complaints).toEqual([]);
});

test("commands, message shortcuts, threads, reactions, files, editing and deleting", async () => {
  const page = await desk.as("U02BOB", "channel/C0ESCALATE");
  const composer = page.getByLabel("Message #escalations");
  await composer.fill("/tr");
  await page.getByRole("option", { name: /\/triage/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("option", { name: "/triage status" }).waitFor();
  await desk.picture(page, "commands");
  await page.keyboard.type("status");
  await page.keyboard.press("Enter");
  await page.locator("article.ephemeral").getByText("You typed status.").waitFor();

  await composer.fill("Look at *this*, @alice: https://larkspur.example <b>no</b>");
  await page.keyboard.press("Enter");
  const mine = page.getByRole("log").locator("article", { hasText: "Look at this" });
  await mine.waitFor();
  expect(await mine.locator(".mention").innerText()).toBe("@alice");
  expect(await mine.innerText()).toContain("<b>no</b>");
  await mine.hover();
  await mine.getByRole("button", { name: "Add a reaction" }).click();
  await page.getByRole("dialog", { name: "Add a reaction" }).getByRole("button", { name: "tada" }).click();
  await mine.getByRole("button", { name: /^tada, 1/ }).waitFor();
  await mine.getByRole("button", { name: "Reply in thread" }).click();
  const thread = page.getByRole("complementary", { name: "Thread" });
  await thread.getByLabel("Reply to the team").fill("And here is why");
  await page.keyboard.press("Enter");
  await thread.getByText("And here is why").waitFor();
  await mine.getByRole("button", { name: /1 reply/ }).waitFor();
  await desk.picture(page, "thread");
  await page.keyboard.press("Escape");
  await thread.waitFor({ state: "detached" });

  await page
    .getByRole("form")
    .or(page.locator("form.composer"))
    .getByLabel("Upload a file")
    .setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from("a,b") });
  await page.getByRole("link", { name: /list.csv/ }).waitFor();

  await mine.hover();
  await mine.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: /About this/ }).click();
  const about = page.getByRole("dialog", { name: "About it" });
  await about.waitFor();
  await page.keyboard.press("Escape");
  await about.waitFor({ state: "detached" });

  await mine.hover();
  await mine.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Edit message" }).click();
  await page.getByLabel("Edit message").fill("Look at that");
  await page.keyboard.press("Enter");
  const edited = page.getByRole("log").locator("article", { hasText: "Look at that (edited)" });
  await edited.waitFor();
  await edited.hover();
  await edited.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: /Delete message/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await page.getByText("This message was deleted.").waitFor();
  expect(desk.complaints).toEqual([]);
});

test("the Home tab is drawn when one comes, and works", async () => {
  const page = await desk.as("U02BOB", "channel/C0SUPPORT");
  await page
    .getByRole("navigation", { name: "Channels" })
    .getByRole("button", { name: /^Mailroom/ })
    .click();
  const home = page.getByRole("region", { name: "Home" });
  await home.getByRole("heading", { name: "Your work" }).waitFor();
  await desk.picture(page, "home");
  await home.getByRole("button", { name: "Primary" }).click();
  await expect.poll(() => told.actions.at(-1)).toBe("go");
  await page.getByRole("tab", { name: "Messages" }).click();
  await page.getByLabel("Message Mailroom").fill("Hello");
  await page.keyboard.press("Enter");
  await page.getByRole("log").getByText("Hello").waitFor();
  expect(desk.complaints).toEqual([]);
});
