import type { Channel, ChannelKind, Team, User, UserGroup } from "./model.ts";

export type UserSeed = Pick<User, "id" | "name"> & Partial<User>;

export interface ChannelSeed {
  id: string;
  name: string;
  kind?: ChannelKind;
  members?: string[];
  archived?: boolean;
  externallyShared?: boolean;
  topic?: string;
  purpose?: string;
}

export interface WorkspaceSeed {
  team: Team;
  users: UserSeed[];
  /** The app's own bot user is a member only where it is listed. */
  channels: ChannelSeed[];
  userGroups?: (Pick<UserGroup, "id" | "handle"> & Partial<UserGroup>)[];
}

export const BOT_USER = "U0MAILROOM";

const everyone = ["U01ALICE", "U02BOB", "U03CARA", BOT_USER];

/** A small company: two agents, a lead, a guest, somebody who left, and channels of every sort. */
export const defaultWorkspace: WorkspaceSeed = {
  team: { id: "T01LARKSPUR", name: "Larkspur", domain: "larkspur" },
  users: [
    { id: "U01ALICE", name: "alice", realName: "Alice Albrecht", tz: "Europe/Berlin", admin: true },
    { id: "U02BOB", name: "bob", realName: "Bob Baker", tz: "America/New_York" },
    { id: "U03CARA", name: "cara", realName: "Cara Castillo", tz: "Europe/London" },
    { id: "U04GUEST", name: "gus", realName: "Gus Guest", tz: "Europe/Berlin", restricted: true },
    { id: "U05GONE", name: "gwen", realName: "Gwen Gone", deleted: true },
  ],
  channels: [
    { id: "C0GENERAL", name: "general", members: ["U01ALICE", "U02BOB", "U03CARA"] },
    { id: "C0TRIAGE", name: "triage", members: everyone },
    { id: "C0SUPPORT", name: "support", members: [...everyone, "U04GUEST"] },
    { id: "C0SALES", name: "sales", members: everyone },
    { id: "C0BILLING", name: "billing", members: everyone },
    { id: "C0ESCALATE", name: "escalations", members: everyone },
    { id: "C0LEGAL", name: "legal", kind: "private", members: ["U01ALICE", BOT_USER] },
    { id: "C0SECRET", name: "board", kind: "private", members: ["U01ALICE"] },
    { id: "C0PARTNER", name: "with-partner", externallyShared: true, members: everyone },
    { id: "C0OLD", name: "old-support", archived: true, members: everyone },
  ],
  userGroups: [{ id: "S0SUPPORT", handle: "support-team", users: ["U01ALICE", "U02BOB"] }],
};

export const userFrom = (seed: UserSeed, team: Team, now: number): User => ({
  realName: seed.name,
  displayName: seed.name,
  email: `${seed.name}@${team.domain}.example`,
  tz: "Europe/Berlin",
  admin: false,
  restricted: false,
  ultraRestricted: false,
  stranger: false,
  bot: false,
  deleted: false,
  teamId: team.id,
  updatedAt: now,
  ...seed,
});

export const channelFrom = (seed: ChannelSeed, now: number): Channel => ({
  id: seed.id,
  name: seed.name,
  kind: seed.kind ?? "public",
  archived: seed.archived ?? false,
  externallyShared: seed.externallyShared ?? false,
  pendingShared: false,
  topic: seed.topic ?? "",
  purpose: seed.purpose ?? "",
  createdAt: now,
  members: new Set(seed.members ?? []),
  messages: new Map(),
  threads: new Map(),
  pins: new Set(),
  bookmarks: [],
  readAt: new Map(),
});
