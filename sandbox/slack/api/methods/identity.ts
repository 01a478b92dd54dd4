import type { JsonObject } from "../../json.ts";
import { Refusal } from "../../refusal.ts";
import type { World } from "../../world.ts";
import type { ApiCall } from "../call.ts";

export function test(call: ApiCall): JsonObject {
  const error = call.text("error");
  if (error !== undefined) throw new Refusal(error);
  return { ok: true, args: call.args };
}

export const authTest = (_call: ApiCall, { app, workspace }: World): JsonObject => ({
  ok: true,
  url: `https://${workspace.team.domain}.slack.com/`,
  team: workspace.team.name,
  user: workspace.user(app.botUser).name,
  team_id: workspace.team.id,
  user_id: app.botUser,
  bot_id: app.botId,
  app_id: app.id,
  is_enterprise_install: false,
});

export const openConnection = (_call: ApiCall, world: World): JsonObject => ({
  ok: true,
  url: world.socket.hub.ticketUrl(world.origin()),
});

export const teamInfo = (_call: ApiCall, { workspace: { team } }: World): JsonObject => ({
  ok: true,
  team: { id: team.id, name: team.name, domain: team.domain, email_domain: "" },
});

export function botInfo(call: ApiCall, { app }: World): JsonObject {
  if ((call.text("bot") ?? app.botId) !== app.botId) throw new Refusal("bot_not_found");
  return { ok: true, bot: { id: app.botId, deleted: false, name: app.name, user_id: app.botUser, app_id: app.id } };
}
