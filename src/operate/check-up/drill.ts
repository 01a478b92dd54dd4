import type { Drill } from "../../db/drills.ts";
import type { Settings } from "../../domain/settings/settings.ts";
import { act, noted, ok, type Probe } from "./check-up.ts";

/** What the last rehearsal of attacks said. */
export function drillChecks(last: Drill | undefined, settings: Settings | undefined): Probe[] {
  const check = "drill";
  return [
    {
      check,
      look: async () => {
        const every = settings?.sending.drill.every ?? "never";
        if (!last)
          return every === "never"
            ? noted(check, "switched off (sending.drill.every: never): nobody tries attacks on these settings")
            : noted(
                check,
                "no attacks have been rehearsed yet: the first drill comes within a quarter of an hour of the start",
              );
        const day = new Date(last.at).toISOString().slice(0, 10);
        const scope = `${last.tried} attacks on ${day}, ${last.triedLive} of them with the live model, settings version ${last.settingsVersion}`;
        const [worst] = last.through;
        return worst
          ? act(
              check,
              `${scope}: ${worst.attack} got past the guard "${worst.guard}"`,
              "Look at the alert and at what has changed in the settings; `npm run redteam` tries all attacks on the code.",
            )
          : ok(check, `${scope}: none got through`);
      },
    },
  ];
}
