import { isFile } from "../api/methods/chat.ts";
import { problemLine } from "../block-kit/report.ts";
import { validateMessage } from "../block-kit/validate-message.ts";
import type { JsonObject } from "../json.ts";
import { addMessage, asBot, contentOf, showEphemeral } from "../workspace/messages.ts";
import type { Channel, User } from "../workspace/model.ts";
import type { World } from "../world.ts";
import { codeOf, Impossible, type Outcome } from "./outcome.ts";
import { TOKEN } from "./payload.ts";
import { channelStub } from "./surface.ts";
import { commandText } from "./typing.ts";

const failed = (command: string, code: string): Outcome => ({
  ok: false,
  failure: { code, text: `${command} failed with the error "${code}"` },
});

/** Types a slash command into a channel; threads take none. */
export async function runCommand(world: World, user: User, line: string, channel: Channel): Promise<Outcome> {
  const { app, workspace } = world;
  const [, command = "", rest = ""] = /^(\/\S+)\s*([\s\S]*)$/.exec(line) ?? [];
  if (!channel.members.has(user.id) || channel.archived)
    throw new Impossible(`${user.name} cannot write in ${channel.id}`);
  const known = app.commands?.find((registered) => registered.command === command);
  const isKnown = command !== "" && (app.commands === undefined || known !== undefined);
  if (!isKnown || !app.scopes.includes("commands"))
    return { ok: false, failure: { code: "unknown_command", text: `${command} is not a valid command.` } };
  const escapes = known?.shouldEscape ?? true;
  const payload = {
    token: TOKEN,
    team_id: workspace.team.id,
    team_domain: workspace.team.domain,
    channel_id: channel.id,
    channel_name: channelStub(channel).name,
    user_id: user.id,
    user_name: user.name,
    command,
    text: escapes ? commandText(rest.trim(), workspace) : rest.trim(),
    api_app_id: app.id,
    is_enterprise_install: "false",
    response_url: world.responseUrls.issue("commands", { channel: channel.id, user: user.id }),
    trigger_id: world.triggers.issue({ user: user.id, channel: channel.id }),
  };
  const ack = await world.socket.deliver({ type: "slash_commands", payload, accepts_response_payload: true });
  if (ack.kind === "unanswered") return { ...failed(command, codeOf(ack)), payload };
  return { ...answered(world, user, channel, command, ack.payload), payload };
}

function answered(world: World, user: User, channel: Channel, command: string, ack: JsonObject): Outcome {
  if (Object.keys(ack).length === 0) return { ok: true };
  const [problem, ...others] = validateMessage(ack, { isFile: isFile(world), countAllText: false });
  if (problem) {
    world.journal.refuse({
      what: "ack",
      error: problem.error,
      messages: [problem, ...others].map(problemLine),
      args: ack,
    });
    return failed(command, problem.error);
  }
  const content = contentOf(ack);
  const reply =
    ack.response_type === "in_channel"
      ? addMessage(world, channel, { ...asBot(world), ...content })
      : showEphemeral(world, channel, user.id, content);
  return { ok: true, reply };
}
