import { setImmediate as nextTurn } from "node:timers/promises";

/**
 * Ten mails that arrive together would be read in one go, and whoever presses a button meanwhile would wait for all of them:
 * Slack gives up after three seconds. Each gets a turn of the event loop of its own; Node runs all that wait for one turn at once.
 */
export function createTurns(): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(() => nextTurn());
    return last;
  };
}
