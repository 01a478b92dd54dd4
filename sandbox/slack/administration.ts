import { changeUser, join, leave, setArchived, shareExternally, uninstall } from "./workspace/membership.ts";
import type { User } from "./workspace/model.ts";
import { type ChannelSeed, channelFrom, type UserSeed, userFrom } from "./workspace/seed.ts";
import type { World } from "./world.ts";

/** What an administrator does, with the events that follow from it. */
export interface Administration {
  addUser(seed: UserSeed): void;
  addChannel(seed: ChannelSeed): void;
  archive(channel: string, by?: string): void;
  unarchive(channel: string, by?: string): void;
  shareExternally(channel: string): void;
  addMember(channel: string, user: string): void;
  removeMember(channel: string, user: string): void;
  changeUser(user: string, change: Partial<Omit<User, "id">>): void;
  deactivate(user: string): void;
  /** Takes a scope away, or gives one; a real app would be installed again. */
  setScopes(scopes: string[]): void;
  uninstall(): void;
}

export function administration(world: World): Administration {
  const { workspace, clock } = world;
  const admin = (): string => [...workspace.users.values()].find((user) => user.admin)?.id ?? "USLACKBOT";
  const change: Administration["changeUser"] = (id, what) => changeUser(world, workspace.user(id), what);
  return {
    addUser: (seed) => void workspace.users.set(seed.id, userFrom(seed, workspace.team, clock.now())),
    addChannel: (seed) => void workspace.channels.set(seed.id, channelFrom(seed, clock.now())),
    archive: (id, by = admin()) => setArchived(world, workspace.channel(id), true, by),
    unarchive: (id, by = admin()) => setArchived(world, workspace.channel(id), false, by),
    shareExternally: (id) => shareExternally(world, workspace.channel(id)),
    addMember: (id, user) => join(world, workspace.channel(id), workspace.user(user).id),
    removeMember: (id, user) => leave(world, workspace.channel(id), workspace.user(user).id),
    changeUser: change,
    deactivate: (id) => change(id, { deleted: true }),
    setScopes(scopes) {
      world.app.scopes = scopes;
    },
    uninstall: () => uninstall(world),
  };
}
