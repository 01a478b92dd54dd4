import { checkComposition, checkOption } from "../block-kit/composition.ts";
import { elementSpec } from "../block-kit/elements.ts";
import type { PlacedElement } from "../block-kit/interactive.ts";
import { createReport, problemLine } from "../block-kit/report.ts";
import { characters } from "../block-kit/text.ts";
import { type JsonObject, objectsIn } from "../json.ts";
import type { User } from "../workspace/model.ts";
import type { World } from "../world.ts";
import { optionsOf } from "./choice.ts";
import { basePayload } from "./payload.ts";
import type { Surface } from "./surface.ts";

/** Types into an external menu; nothing is asked for until enough was typed. */
export async function suggest(
  world: World,
  user: User,
  surface: Surface,
  { block, element }: PlacedElement,
  typed: string,
): Promise<JsonObject[]> {
  const standard = Number(elementSpec(element.type)?.fields?.min_query_length?.default ?? 0);
  if (characters(typed) < Number(element.min_query_length ?? standard)) return [];
  const { container, view, channel, message } = surface.context();
  const ack = await world.socket.deliver({
    type: "interactive",
    accepts_response_payload: true,
    payload: {
      ...basePayload(world, user, "block_suggestion"),
      container,
      ...(view !== undefined && { view }),
      ...(channel !== undefined && { channel, message }),
      action_id: element.action_id,
      block_id: block.block_id,
      value: typed,
    },
  });
  if (ack.kind === "unanswered") return [];
  return areOptions(ack.payload, world) ? optionsOf(ack.payload) : [];
}

function areOptions(payload: JsonObject, world: World): boolean {
  const report = createReport("modal", "invalid_suggestions");
  const most = elementSpec("external_select")?.suggestion_limit ?? Infinity;
  const keys = Object.keys(payload);
  const list = payload.options ?? payload.option_groups;
  if (keys.length !== 1 || !Array.isArray(list)) report.say("value fails its own schema", { path: "/options" });
  else if (list.length > most) report.say("too many array items", { max: most, path: `/${keys[0]}` });
  objectsIn(payload.options).forEach((option, i) => {
    checkOption(option, { option_text: "plain_text" }, `/options/${i}`, report);
  });
  objectsIn(payload.option_groups).forEach((group, i) => {
    checkComposition("option_group", group, `/option_groups/${i}`, report);
  });
  if (report.problems.length === 0) return true;
  world.journal.refuse({
    what: "ack",
    error: "invalid_suggestions",
    messages: report.problems.map(problemLine),
    args: payload,
  });
  return false;
}
