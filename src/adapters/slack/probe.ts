import { WebClient } from "@slack/web-api";
import type { SlackProbe } from "../../domain/check-up.ts";
import { slackFailure } from "./failure.ts";

interface ProbeOptions {
  botToken: string;
  appToken: string;
  apiUrl: string;
}

const TIMEOUT_MS = 10_000;

/** The questions of `doctor`: they read, and change nothing in the workspace. */
export function slackProbe({ botToken, appToken, apiUrl }: ProbeOptions): SlackProbe {
  const options = {
    slackApiUrl: apiUrl,
    timeout: TIMEOUT_MS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: SILENT,
  };
  const client = new WebClient(botToken, options);
  const appClient = new WebClient(appToken, options);

  return {
    async signIn() {
      // Asked without the client, because it hides the answer's Date header.
      const askedAt = Date.now();
      const { headers, body } = await translated(async () => {
        const response = await fetch(new URL("auth.test", apiUrl), {
          method: "POST",
          headers: { authorization: `Bearer ${botToken}` },
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        const body = (await response.json()) as { ok: boolean; error?: string; team?: string; user?: string };
        if (!body.ok) throw { statusCode: response.status, data: { error: body.error } };
        return { headers: response.headers, body };
      });
      const theirs = Date.parse(headers.get("date") ?? "");
      return {
        team: body.team ?? "",
        bot: body.user ?? "",
        scopes: (headers.get("x-oauth-scopes") ?? "")
          .split(",")
          .map((scope) => scope.trim())
          .filter(Boolean),
        // The header has whole seconds and was written somewhere between the question and the answer.
        skewMs: Number.isNaN(theirs) ? undefined : theirs + 500 - (askedAt + Date.now()) / 2,
      };
    },
    askForSocket: () => translated(async () => void (await appClient.apps.connections.open({}))),
    channel: (id) =>
      translated(async () => {
        const { channel } = await client.conversations.info({ channel: id });
        return {
          name: channel?.name ?? id,
          archived: channel?.is_archived ?? false,
          member: channel?.is_member ?? false,
          sharedOutside: (channel?.is_ext_shared || channel?.is_pending_ext_shared) ?? false,
        };
      }),
  };
}

async function translated<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw slackFailure(error, { write: false });
  }
}

/** What went wrong is in the error; the SDK's own lines would stand between ours. */
const nothing = () => undefined;
const SILENT = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => "error" as never,
  setName: nothing,
};
