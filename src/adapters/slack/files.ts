import type { WebClient } from "@slack/web-api";
import { MailroomError } from "../../domain/errors.ts";
import type { ChatFiles } from "../../domain/ports.ts";
import { slackFailure } from "./failure.ts";

const TIMEOUT_MS = 20_000;

/** Files that people hand to the app in Slack. The token goes to Slack alone: a file's address may be anybody's. */
export function slackFiles(client: WebClient, { botToken, apiUrl }: { botToken: string; apiUrl: string }): ChatFiles {
  const isSlacks = (url: URL): boolean =>
    url.origin === new URL(apiUrl).origin || (url.protocol === "https:" && /(?:^|\.)slack\.com$/.test(url.hostname));

  return {
    async look(id) {
      try {
        const { file } = (await client.files.info({ file: id })) as { file?: SlackFile };
        const { name, size, url_private: url = "", is_external: external, mode } = file ?? {};
        const hosted = external !== true && mode !== "external" && URL.canParse(url) && isSlacks(new URL(url));
        return { id, name: name ?? "", bytes: size ?? 0, hosted, url };
      } catch (error) {
        throw slackFailure(error, { write: false });
      }
    },

    async fetch({ url, hosted }, mostBytes) {
      if (!hosted) throw new MailroomError("slack_rejected", { detail: "the file is not Slack's own" });
      const response = await ask(url, botToken);
      // Without the scope Slack sends people to its sign-in page, and says nothing of an error.
      const isPage = response.status >= 300 && response.status < 400;
      if (isPage) throw new MailroomError("slack_scope_missing", { detail: "files:read" });
      if (!response.ok || !response.body)
        throw new MailroomError(response.status === 404 ? "slack_message_gone" : "slack_unavailable", {
          detail: `${response.status} for a file`,
        });
      return await wholeBody(response.body, mostBytes);
    },
  };
}

interface SlackFile {
  name?: string;
  size?: number;
  url_private?: string;
  is_external?: boolean;
  mode?: string;
}

/** A connection may end, or the time be up, in the middle of a file as well. */
async function wholeBody(body: AsyncIterable<Uint8Array>, mostBytes: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of body) {
      size += part.length;
      if (size > mostBytes) throw new MailroomError("slack_rejected", { detail: "the file is larger than was said" });
      parts.push(part);
    }
  } catch (cause) {
    if (cause instanceof MailroomError) throw cause;
    throw new MailroomError("slack_unavailable", { detail: "a file came in part", cause });
  }
  return Buffer.concat(parts);
}

async function ask(url: string, token: string): Promise<Response> {
  try {
    return await fetch(url, {
      headers: { authorization: `Bearer ${token}` },
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (cause) {
    throw new MailroomError("slack_unavailable", { detail: "a file did not come", cause });
  }
}
