import { expect, test } from "vitest";
import { aSlack, clientOf, refusalOf } from "./helpers.ts";

test("the SDK's upload: announced, sent, completed, shared in a thread, read back", async () => {
  const slack = await aSlack();
  const client = clientOf(slack);
  const parent = slack.as("U01ALICE").post("C0TRIAGE", "report?");
  await client.filesUploadV2({
    channel_id: "C0TRIAGE",
    thread_ts: parent.ts,
    initial_comment: "here",
    filename: "report.csv",
    title: "Report",
    content: "a,b\n1,2\n",
  });
  const [shared] = slack.thread(parent);
  expect(shared).toMatchObject({
    text: "here",
    files: [{ name: "report.csv", title: "Report", mimetype: "text/csv", size: 8 }],
  });
  const { file } = await client.files.info({ file: shared?.files?.[0]?.id as string });
  const read = (token: string) =>
    fetch(file?.url_private as string, { headers: { authorization: `Bearer ${token}` }, redirect: "manual" });
  expect(await (await read(slack.botToken)).text()).toBe("a,b\n1,2\n");
  expect((await read("xoxb-other")).status).toBe(302);
  await client.files.delete({ file: file?.id as string });
  expect(await refusalOf(client.files.info({ file: file?.id as string }))).toMatchObject({ error: "file_deleted" });
  expect(slack.refused.map(({ error }) => error)).toEqual(["file_deleted"]);
});

test("an upload that was never sent, or is too short, is none", async () => {
  const slack = await aSlack();
  const client = clientOf(slack);
  const { upload_url, file_id } = await client.files.getUploadURLExternal({ filename: "a.txt", length: 3 });
  const complete = () => client.files.completeUploadExternal({ files: [{ id: file_id as string }] });
  expect(await refusalOf(complete())).toMatchObject({ error: "file_not_found" });
  expect((await fetch(upload_url as string, { method: "POST", body: "ab" })).status).toBe(400);
  expect((await fetch(upload_url as string, { method: "POST", body: "abc" })).status).toBe(200);
  expect((await complete()).ok).toBe(true);
});

test("nothing is taken when the place to share it is refused", async () => {
  const slack = await aSlack();
  const upload = clientOf(slack).filesUploadV2({ channel_id: "C0GENERAL", filename: "a.txt", content: "abc" });
  expect(await refusalOf(upload)).toMatchObject({ error: "not_in_channel" });
});

test("a picture that was uploaded can stand in a block", async () => {
  const slack = await aSlack();
  const client = clientOf(slack);
  const { file_id: id, upload_url } = await client.files.getUploadURLExternal({ filename: "chart.png", length: 3 });
  await fetch(upload_url as string, { method: "POST", body: "png" });
  await client.files.completeUploadExternal({ files: [{ id: id as string }] });
  const blocks = [{ type: "image", alt_text: "a chart", slack_file: { id: id as string } }];
  expect((await client.chat.postMessage({ channel: "C0TRIAGE", text: "chart", blocks })).ok).toBe(true);
});

test("what a person uploads, the app can download from the channels it is in", async () => {
  const slack = await aSlack();
  const client = clientOf(slack);
  const seen = slack.as("U01ALICE").upload("C0TRIAGE", { name: "kb.md", content: "# Refunds" });
  const hidden = slack.as("U01ALICE").upload("C0SECRET", { name: "board.md", content: "secret" });
  const id = seen.files?.[0]?.id as string;
  expect((await client.files.info({ file: id })).file).toMatchObject({ name: "kb.md", user: "U01ALICE" });
  expect(await refusalOf(client.files.info({ file: hidden.files?.[0]?.id as string }))).toMatchObject({
    error: "file_not_found",
  });
  expect(await refusalOf(client.files.delete({ file: id }))).toMatchObject({ error: "cant_delete_file" });
});
