/** Reads again as often as something changed, but never twice at once and never faster than the eye. */
export interface Refresher {
  /** Resolves when an answer that was asked for after this call is in place. */
  now(): Promise<void>;
}

const APART_MS = 40;

export function createRefresher(read: () => Promise<void>): Refresher {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    try {
      await read();
    } catch {
      // The page says elsewhere that the demo is gone; the next event asks again.
    }
    await new Promise((resolve) => setTimeout(resolve, APART_MS));
    running = undefined;
  };

  return {
    now() {
      if (running === undefined) {
        running = run();
        return running;
      }
      next ??= running.then(() => {
        next = undefined;
        running = run();
        return running;
      });
      return next;
    },
  };
}
