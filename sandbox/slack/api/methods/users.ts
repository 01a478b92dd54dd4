import type { JsonObject } from "../../json.ts";
import { Refusal } from "../../refusal.ts";
import type { User, UserGroup } from "../../workspace/model.ts";
import { userWire } from "../../workspace/wire.ts";
import type { World } from "../../world.ts";
import type { ApiCall } from "../call.ts";
import { pageOf } from "../paging.ts";

const wire = (user: User, { app, clock }: World): JsonObject =>
  userWire(user, { withEmail: app.scopes.includes("users:read.email"), now: clock.now() });

export function info(call: ApiCall, world: World): JsonObject {
  const user = world.workspace.users.get(call.required("user"));
  if (user === undefined) throw new Refusal("user_not_found");
  return { ok: true, user: wire(user, world) };
}

export function list(call: ApiCall, world: World): JsonObject {
  const everybody = [...world.workspace.users.values()];
  const page = pageOf(call, everybody, { most: 1000, standard: 1000 });
  return {
    ok: true,
    members: page.items.map((user) => wire(user, world)),
    cache_ts: Math.floor(world.clock.now() / 1000),
    response_metadata: { next_cursor: page.nextCursor },
  };
}

export function lookupByEmail(call: ApiCall, world: World): JsonObject {
  const email = call.required("email").toLowerCase();
  const user = [...world.workspace.users.values()].find(
    (candidate) => candidate.email.toLowerCase() === email && !candidate.deleted && !candidate.bot,
  );
  if (user === undefined) throw new Refusal("users_not_found");
  return { ok: true, user: wire(user, world) };
}

export function groups(call: ApiCall, world: World): JsonObject {
  const shown = [...world.workspace.userGroups.values()].filter(
    ({ disabled }) => !disabled || call.flag("include_disabled"),
  );
  const group = ({ id, handle, name, users }: UserGroup): JsonObject => ({
    id,
    team_id: world.workspace.team.id,
    is_usergroup: true,
    name,
    handle,
    ...(call.flag("include_count") && { user_count: users.length }),
    ...(call.flag("include_users") && { users }),
  });
  return { ok: true, usergroups: shown.map(group) };
}

export function groupUsers(call: ApiCall, world: World): JsonObject {
  const group = world.workspace.userGroups.get(call.required("usergroup"));
  if (group === undefined || (group.disabled && !call.flag("include_disabled"))) throw new Refusal("no_such_subteam");
  return { ok: true, users: group.users };
}
