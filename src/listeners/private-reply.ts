import type { AllMiddlewareArgs, AnyMiddlewareArgs } from "@slack/bolt";

type Args = AllMiddlewareArgs & Partial<Pick<AnyMiddlewareArgs, "payload">> & { body: unknown; respond?: unknown };

/** What of a Slack payload says where it came from. */
interface Origin {
  user?: { id?: string } | undefined;
  user_id?: string;
  response_url?: string;
  event?: { user?: string };
}

type Respond = (message: { text: string; response_type: "ephemeral"; replace_original: boolean }) => Promise<unknown>;

/** Tells only the person who acted: beside the message they pressed where there is one, else directly. */
export async function replyPrivately(
  { body, client, respond }: Pick<Args, "body" | "client" | "respond">,
  text: string,
): Promise<void> {
  const origin = body as Origin;
  if (origin.response_url && typeof respond === "function") {
    await (respond as Respond)({ text, response_type: "ephemeral", replace_original: false });
    return;
  }
  const user = origin.user?.id ?? origin.user_id ?? origin.event?.user;
  if (user) await client.chat.postMessage({ channel: user, text, unfurl_links: false, unfurl_media: false });
}
