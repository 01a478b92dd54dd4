import type { VirusScanner } from "../domain/ports.ts";
import { ourAddresses, type Settings } from "../domain/settings/settings.ts";
import type { NormaliseContext } from "../pipeline/normalise.ts";

export const normaliseContext = (settings: Settings, scanner: VirusScanner | undefined): NormaliseContext => ({
  ourAddresses: ourAddresses(settings),
  groupListIds: new Set(settings.mailboxes.flatMap((mailbox) => mailbox.groupListId ?? [])),
  scanner,
});
