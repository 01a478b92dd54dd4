import type { World } from "../world.ts";

/** An ephemeral message goes by itself, too: a reload of the client takes them all. */
export function dismiss(world: World, ts: string, viewer: string): void {
  const { ephemerals } = world.workspace;
  const index = ephemerals.findIndex((message) => message.ts === ts && message.viewer === viewer);
  if (index < 0) return;
  const [gone] = ephemerals.splice(index, 1);
  world.changes.publish({ kind: "ephemeral", user: viewer, ts, ...(gone && { channel: gone.channel }) });
}
