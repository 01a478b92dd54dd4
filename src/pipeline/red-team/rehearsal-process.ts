import { parseSettings } from "../../domain/settings/parse.ts";
import { createLocalEngine } from "../local/engine.ts";
import { rehearse } from "./rehearse.ts";
import type { Order, Word } from "./rehearse-apart.ts";

/** The whole process of a rehearsal: attacks and settings come in, what got through goes out, and it ends. */

const tell = (word: Word): Promise<void> =>
  new Promise((resolve, reject) => process.send!(word, undefined, {}, (error) => (error ? reject(error) : resolve())));

// Whoever wanted to know is gone.
process.once("disconnect", () => process.exit(1));
process.once("message", async ({ attacks, settings, settingsVersion, now, without }: Order) => {
  const local = createLocalEngine();
  const found = await rehearse(
    attacks,
    { settings: parseSettings(settings), settingsVersion },
    { readLocally: (input) => local.read(input), now: () => now, without },
    (attack) => void tell({ at: attack.id }),
  );
  await tell({ found: found.map(({ attack, way, what }) => ({ attack: attack.id, way, what })) });
  process.exit(0);
});
