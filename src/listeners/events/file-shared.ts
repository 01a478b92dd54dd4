import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from "@slack/bolt";
import { articleNotice, fileQuestion } from "../../views/article-notices.ts";
import { refusalNotice } from "../../views/notices.ts";
import type { KnowledgeVerbs } from "../open-article.ts";

type FileShared = AllMiddlewareArgs & SlackEventMiddlewareArgs<"file_shared">;

/** A file in a direct message is an offer; one in a channel is the channel's own business. */
export const onFileShared =
  ({ lookAtFile, firstTime, timezoneOf }: KnowledgeVerbs) =>
  async ({ event, body, client, context }: FileShared): Promise<void> => {
    const { file_id: fileId, channel_id: channel, user_id: by } = event;
    // What we upload ourselves is announced to us as well.
    if (!channel.startsWith("D") || by === context.botUserId) return;
    if (!(await firstTime(body.event_id))) return;
    const seen = await lookAtFile({ by, fileId });
    const content =
      seen.kind === "file"
        ? fileQuestion(fileId, seen.name)
        : { text: seen.kind === "refused" ? articleNotice(seen, timezoneOf(by)) : refusalNotice(seen) };
    await client.chat.postMessage({ channel, ...content, unfurl_links: false, unfurl_media: false });
  };
