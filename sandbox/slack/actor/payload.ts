import type { PlacedElement } from "../block-kit/interactive.ts";
import { type JsonObject, withoutUndefined } from "../json.ts";
import { stateKey } from "../views/state-values.ts";
import type { User } from "../workspace/model.ts";
import type { World } from "../world.ts";

export const TOKEN = "sandbox-verification-token";

/** What every interaction payload says about who, where and for which app. */
export function basePayload(world: World, user: User, type: string): JsonObject {
  const { team } = world.workspace;
  return {
    type,
    user: { id: user.id, username: user.name, name: user.name, team_id: user.teamId },
    api_app_id: world.app.id,
    token: TOKEN,
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
  };
}

const SENT: Record<string, string[]> = {
  button: ["text", "value", "style"],
  icon_button: ["value"],
};

/** One entry of `actions`: a press carries the button's own value, a choice what was chosen. */
export function actionEntry(world: World, { block, element }: PlacedElement, chosen: JsonObject = {}): JsonObject {
  const kept = SENT[String(element.type)] ?? (stateKey(element) === undefined ? [] : ["placeholder"]);
  return withoutUndefined({
    type: element.type,
    action_id: element.action_id,
    block_id: block.block_id,
    ...Object.fromEntries(kept.map((key) => [key, element[key]])),
    ...chosen,
    action_ts: world.ids.ts(),
  });
}
