import type { Settings } from "./settings.ts";

/** Where the queues' mail is shown, and whether another company may read along: only where each queue that posts there says so. */
export function queueChannels({ queues }: Pick<Settings, "queues">): Map<string, boolean> {
  const channels = new Map<string, boolean>();
  for (const { channel, escalationChannel, allowShared } of Object.values(queues))
    for (const one of [channel, ...(escalationChannel ? [escalationChannel] : [])])
      channels.set(one, (channels.get(one) ?? true) && allowShared);
  return channels;
}
