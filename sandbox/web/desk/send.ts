import { act, actAndTell } from "../state/slack.ts";
import { toast } from "../state/toasts.ts";

/** What Enter does: a command goes to the app, everything else to the channel. */
export async function sendFrom(channel: string, text: string, threadTs?: string): Promise<void> {
  if (!/^\/[a-z]/i.test(text)) {
    await actAndTell("post", { channel, text, ...(threadTs && { threadTs }) });
    return;
  }
  const command = text.split(/\s/)[0];
  if (threadTs) {
    toast(`${command} is not supported in threads. Sorry!`, "warning");
    return;
  }
  const outcome = await act("command", { channel, line: text });
  if (outcome.failure) toast(outcome.failure.text, "warning");
}
