import { App } from "@slack/bolt";
import { auth as google, gmail as openGmail } from "googleapis/build/src/apis/gmail/index.js";
import { OpenAI } from "openai";

/**
 * The program that people write by hand for this: one mail after the other, no database, no retries, no redaction. It is the
 * measure for what Mailroom may cost. Ends when it has been sent SIGTERM.
 */
const env = (name: string): string => process.env[name] ?? "";

const slack = new App({
  token: env("SLACK_BOT_TOKEN"),
  appToken: env("SLACK_APP_TOKEN"),
  socketMode: true,
  clientOptions: { slackApiUrl: env("SLACK_API_URL") },
});
const auth = new google.OAuth2({
  clientId: env("GOOGLE_CLIENT_ID"),
  clientSecret: env("GOOGLE_CLIENT_SECRET"),
  endpoints: { oauth2TokenUrl: env("GOOGLE_TOKEN_URL") },
});
auth.setCredentials({ refresh_token: env("GOOGLE_REFRESH_TOKEN") });
const gmail = openGmail({ version: "v1", auth, rootUrl: `${env("GMAIL_API_URL")}/` });
const openai = new OpenAI({ apiKey: env("OPENAI_API_KEY"), baseURL: env("OPENAI_BASE_URL") });

const SYSTEM =
  "Classify this mail to our shared inbox. Answer with JSON: intent (lead, support, billing or other), priority, summary.";

slack.action("claim", async ({ ack }) => ack());
await slack.start();

for (;;) {
  const { data: list } = await gmail.users.messages.list({ userId: "me", q: "is:unread in:inbox", maxResults: 50 });
  for (const { id } of list.messages ?? []) {
    const { data: mail } = await gmail.users.messages.get({ userId: "me", id: id!, format: "full" });
    const header = (name: string) =>
      mail.payload?.headers?.find((one) => one.name?.toLowerCase() === name)?.value ?? "";
    const data =
      mail.payload?.body?.data ?? mail.payload?.parts?.find((part) => part.mimeType === "text/plain")?.body?.data;
    const text = Buffer.from(data ?? "", "base64url").toString();
    const completion = await openai.chat.completions.create({
      model: "gpt-5.4-mini",
      messages: [
        { role: "system", content: SYSTEM },
        { role: "user", content: `${header("subject")}\n\n${text}` },
      ],
      response_format: { type: "json_object" },
    });
    const answer = JSON.parse(completion.choices[0]!.message.content ?? "{}") as Record<string, string>;
    await slack.client.chat.postMessage({
      channel: "C0SUPPORT",
      text: header("subject"),
      blocks: [
        { type: "section", text: { type: "mrkdwn", text: `*${header("subject")}*\n${header("from")}` } },
        { type: "section", text: { type: "mrkdwn", text: `${answer.intent} · ${answer.priority}\n${answer.summary}` } },
        {
          type: "actions",
          elements: [{ type: "button", text: { type: "plain_text", text: "Claim" }, action_id: "claim" }],
        },
      ],
    });
    await gmail.users.messages.modify({ userId: "me", id: id!, requestBody: { removeLabelIds: ["UNREAD"] } });
  }
  if ((list.messages ?? []).length === 0) await new Promise((resolve) => setTimeout(resolve, 1_000));
}
