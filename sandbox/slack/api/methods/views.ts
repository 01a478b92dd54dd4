import { elementSpec } from "../../block-kit/elements.ts";
import { elementsIn } from "../../block-kit/interactive.ts";
import { validateView } from "../../block-kit/validate-view.ts";
import { isObject, type JsonObject } from "../../json.ts";
import { invalidArguments, Refusal, refuseIf, refuseProblems } from "../../refusal.ts";
import { refuseStale, type StoredView } from "../../views/store.ts";
import type { World } from "../../world.ts";
import type { ApiCall } from "../call.ts";
import { isFile } from "./chat.ts";

export function open(call: ApiCall, world: World): JsonObject {
  const view = viewArgument(call, world, "modal");
  const trigger = world.triggers.check(call.required("trigger_id"));
  const stored = world.views.open(trigger.user, view, trigger.channel);
  trigger.used = true;
  return answer(world, stored);
}

export function push(call: ApiCall, world: World): JsonObject {
  const view = viewArgument(call, world, "modal");
  const trigger = world.triggers.check(call.required("trigger_id"));
  const from = world.views.find({ viewId: trigger.viewId ?? "" });
  if (from === undefined) throw new Refusal("not_found");
  mustMatch(view, from);
  const stored = world.views.push(from, view);
  trigger.used = true;
  return answer(world, stored);
}

export function update(call: ApiCall, world: World): JsonObject {
  const view = viewArgument(call, world);
  const viewId = call.text("view_id");
  const externalId = call.text("external_id");
  if (viewId === undefined && externalId === undefined) throw invalidArguments("missing required field: view_id");
  const stored = world.views.find({ viewId, externalId });
  if (stored === undefined) throw new Refusal("not_found");
  mustMatch(view, stored);
  refuseStale(stored, call.text("hash"));
  return answer(world, world.views.update(stored, view));
}

export function publish(call: ApiCall, world: World): JsonObject {
  refuseIf(!world.app.homeTab, "not_enabled");
  const user = world.workspace.users.get(call.required("user_id"));
  if (user === undefined || user.bot) throw invalidArguments("invalid `user_id`");
  const view = viewArgument(call, world, "home");
  refuseStale(world.views.home(user.id), call.text("hash"));
  return answer(world, world.views.publish(user.id, view));
}

const answer = (world: World, stored: StoredView): JsonObject => ({ ok: true, view: world.views.wire(stored) });

function viewArgument(call: ApiCall, world: World, wanted?: "modal" | "home"): JsonObject {
  const view = call.structure("view", "invalid_arguments");
  const type = isObject(view) ? view.type : undefined;
  if (wanted !== undefined && (type === "modal" || type === "home") && type !== wanted)
    throw invalidArguments(`unsupported type: ${type} [json-pointer:/view/type]`);
  refuseProblems(validateView(view, isFile(world)));
  for (const { element } of elementsIn((view as JsonObject).blocks)) {
    const scope = elementSpec(element.type)?.requires_scope;
    if (scope !== undefined) call.need(scope);
  }
  return view as JsonObject;
}

function mustMatch(view: JsonObject, { type }: StoredView): void {
  if (view.type !== type)
    throw invalidArguments(
      "must match the `type` of the root view whose stack we're pushing onto [json-pointer:/view/type]",
    );
}
