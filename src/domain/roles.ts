import type { Person, Role } from "./settings/desk.ts";
import type { Settings } from "./settings/settings.ts";

/** What a role may do: an admin everything, an agent the work, a viewer the reading. */
const RANK: Readonly<Record<Role, number>> = { viewer: 0, agent: 1, admin: 2 };

/** What Slack says of somebody: guests and people of other companies may press nothing. */
export type Standing = "member" | "guest" | "deactivated" | "unknown";

export interface Forbidden {
  kind: "forbidden";
  /** `stranger`: not among the settings' people. */
  why: "stranger" | "role";
  needed: Role;
}

export const personOf = (settings: Settings, slackId: string): Person | undefined =>
  settings.people.find((person) => person.slack === slackId);

/** What colleagues call somebody, also after they have left. */
export const nameOf = (settings: Settings, slackId: string): string =>
  personOf(settings, slackId)?.name ?? "A colleague";

/** Who may change what answers stand on: admins, and whom the settings name for it. */
export function authoriseEditor(settings: Settings, slackId: string): { kind: "allowed"; person: Person } | Forbidden {
  const person = personOf(settings, slackId);
  return person && settings.knowledge.editors.includes(slackId)
    ? { kind: "allowed", person }
    : authorise(settings, slackId, "admin");
}

/** The person, if they may do what needs this role. Asked before anything else is looked at. */
export function authorise(
  settings: Settings,
  slackId: string,
  needed: Role,
): { kind: "allowed"; person: Person } | Forbidden {
  const person = personOf(settings, slackId);
  if (!person) return { kind: "forbidden", why: "stranger", needed };
  return person.roles.some((role) => RANK[role] >= RANK[needed])
    ? { kind: "allowed", person }
    : { kind: "forbidden", why: "role", needed };
}
