import type { Finding, SlackProbe } from "../../domain/check-up.ts";
import { type MailroomError, toFailure } from "../../domain/errors.ts";
import { queueChannels } from "../../domain/settings/channels.ts";
import type { Settings } from "../../domain/settings/settings.ts";
import { act, noted, ok, type Probe } from "./check-up.ts";

/** Gmail refuses signatures that are five minutes off; a due time that is half a minute off confuses people. */
const SKEW_MS = 30_000;

export function slackChecks(slack: SlackProbe, settings: Settings | undefined, wanted: readonly string[]): Probe[] {
  const allowed = settings && queueChannels(settings);
  return [
    { check: "SLACK_BOT_TOKEN", look: () => signIn(slack, wanted) },
    { check: "SLACK_APP_TOKEN", look: () => socket(slack) },
    ...channelsOf(settings).map(([id, use]) => ({
      check: `channel ${id}`,
      look: () => channel(slack, id, use, allowed?.get(id) ?? false),
    })),
  ];
}

async function signIn(slack: SlackProbe, wanted: readonly string[]): Promise<Finding[]> {
  try {
    const { team, bot, scopes, skewMs } = await slack.signIn();
    return [
      ok("SLACK_BOT_TOKEN", `${bot} in ${team}`),
      ...wanted.map((scope) =>
        scopes.includes(scope)
          ? ok(`scope ${scope}`, "granted")
          : act(
              `scope ${scope}`,
              "not granted",
              "Add it under OAuth & Permissions, Bot Token Scopes, and install the app again (or paste manifest.json under App Manifest).",
            ),
      ),
      ...scopes
        .filter((scope) => !wanted.includes(scope))
        .map((scope) => noted(`scope ${scope}`, "granted, and not used: take it away if nothing else needs it")),
      clock(skewMs),
    ];
  } catch (error) {
    return [refused("SLACK_BOT_TOKEN", toFailure(error), "Copy the Bot User OAuth Token (xoxb-…) again")];
  }
}

function clock(skewMs: number | undefined): Finding {
  if (skewMs === undefined) return noted("clock", "Slack did not say what time it is");
  const seconds = Math.round(Math.abs(skewMs) / 1_000);
  if (Math.abs(skewMs) <= SKEW_MS) return ok("clock", seconds <= 1 ? "right" : `${seconds} s off`);
  return act(
    "clock",
    `${seconds} s ${skewMs > 0 ? "late" : "early"} against Slack's`,
    "Set it, and keep it set: timedatectl set-ntp true",
  );
}

async function socket(slack: SlackProbe): Promise<Finding> {
  try {
    await slack.askForSocket();
    return ok("SLACK_APP_TOKEN", "Socket Mode is open to it");
  } catch (error) {
    return refused(
      "SLACK_APP_TOKEN",
      toFailure(error),
      "Turn on Socket Mode, and make a token with connections:write (xapp-…) under Basic Information, App-Level Tokens",
    );
  }
}

function refused(variable: string, failure: MailroomError, mend: string): Finding {
  if (failure.code === "slack_unavailable")
    return act(
      variable,
      `Slack did not answer (${failure.detail ?? "no reason given"})`,
      "Check this machine's way to slack.com: proxy, firewall, DNS, and SLACK_API_URL if it is set.",
    );
  if (failure.code === "slack_rate_limited")
    return act(variable, "Slack asked us to slow down", "Wait a minute and run it again.");
  return act(variable, `Slack says ${failure.detail}`, `${mend} and set ${variable}.`);
}

/** Each channel once, with what it is used for. */
function channelsOf(settings: Settings | undefined): [id: string, use: string][] {
  const uses = new Map<string, string[]>();
  for (const [name, { channel, escalationChannel }] of Object.entries(settings?.queues ?? {})) {
    uses.set(channel, [...(uses.get(channel) ?? []), name]);
    if (escalationChannel)
      uses.set(escalationChannel, [...(uses.get(escalationChannel) ?? []), `escalations of ${name}`]);
  }
  return [...uses].map(([id, names]) => [id, names.join(", ")]);
}

async function channel(slack: SlackProbe, id: string, use: string, allowShared: boolean): Promise<Finding> {
  const check = `channel ${id}`;
  try {
    const { name, archived, member, sharedOutside } = await slack.channel(id);
    const said = `#${name} (${use})`;
    if (archived)
      return act(check, `${said} is archived`, "Unarchive it, or give the queue another channel in App Home.");
    if (!member) return act(check, `the app is not in ${said}`, `Write /invite @mailroom in #${name}.`);
    if (sharedOutside && !allowShared)
      return act(
        check,
        `${said} is shared with another company, whose people would read your mail`,
        "Give the queue a channel of your own in App Home, or set its allowShared in the settings.",
      );
    return ok(check, sharedOutside ? `${said}, shared with another company, as the settings allow` : said);
  } catch (error) {
    const failure = toFailure(error);
    if (failure.code === "slack_channel_unreachable")
      return act(
        check,
        `there is no such channel (${use}), or it is private and the app is not in it`,
        "Invite the app there with /invite @mailroom, or correct the queue's channel in the settings.",
      );
    if (failure.code === "slack_disconnected" || failure.code === "slack_scope_missing")
      return noted(check, `not looked at (${use}): the bot token comes first`);
    throw failure;
  }
}
