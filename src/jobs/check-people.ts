import { toFailure } from "../domain/errors.ts";
import type { Log } from "../domain/log.ts";
import type { Standing } from "../domain/roles.ts";
import type { Desk } from "../tickets/desk.ts";
import { noteSlackUser } from "../tickets/slack-people.ts";

interface PeopleDeps extends Desk {
  standing?: ((user: string) => Promise<Standing>) | undefined;
  log: Log;
}

/**
 * Asks Slack about everybody of the settings: who became a guest or left while nobody listened gets no event. Where Slack does not
 * let us ask, what it tells by itself is all there is.
 */
export async function checkPeople(deps: PeopleDeps): Promise<void> {
  const { standing: ask } = deps;
  if (!ask) return;
  const note = noteSlackUser(deps);
  for (const { slack: user } of deps.settings.current().settings.people) {
    try {
      const standing = await ask(user);
      if (standing === "unknown") deps.log.warn({ user }, "Slack knows nobody of this id in the settings' people");
      else await note({ user, deleted: standing === "deactivated", guest: standing === "guest" });
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code !== "slack_scope_missing") throw failure;
      deps.log.warn({ code: failure.code }, "Slack does not say who is a guest: users:read is missing");
      return;
    }
  }
}
