export interface Timer {
  cancel(): void;
}

export interface Clock {
  now(): number;
  /** Moves time on and runs what falls due on the way, in order. */
  advance(ms: number): void;
  /** Runs what is due; for tests that move an injected `now` themselves. */
  tick(): void;
  after(ms: number, run: () => void): Timer;
  /** Like `after`, but real time counts as well: a frozen clock must not make a person wait for ever. */
  deadline(ms: number, run: () => void): Timer;
  stop(): void;
}

interface Entry {
  dueAt: number;
  run: () => void;
  handle?: NodeJS.Timeout;
}

/** Real time plus whatever was advanced; with `source`, only that and what was advanced. */
export function createClock(source?: () => number): Clock {
  const entries = new Set<Entry>();
  let ahead = 0;
  const now = (): number => (source ?? Date.now)() + ahead;

  const forget = (entry: Entry): void => {
    clearTimeout(entry.handle);
    entries.delete(entry);
  };
  const next = (until: number): Entry | undefined =>
    [...entries].filter(({ dueAt }) => dueAt <= until).sort((a, b) => a.dueAt - b.dueAt)[0];

  const runUntil = (until: number): void => {
    for (let entry = next(until); entry !== undefined; entry = next(until)) {
      ahead += Math.max(0, entry.dueAt - now());
      forget(entry);
      entry.run();
    }
    ahead += Math.max(0, until - now());
    for (const entry of entries) arm(entry);
  };

  const arm = (entry: Entry): void => {
    clearTimeout(entry.handle);
    if (source !== undefined) return;
    const fire = (): void => {
      forget(entry);
      entry.run();
    };
    entry.handle = setTimeout(fire, Math.max(0, entry.dueAt - now())).unref();
  };

  const after = (ms: number, run: () => void): Timer => {
    const entry: Entry = { dueAt: now() + ms, run };
    entries.add(entry);
    arm(entry);
    return { cancel: () => forget(entry) };
  };

  return {
    now,
    advance: (ms) => runUntil(now() + ms),
    tick: () => runUntil(now()),
    after,
    deadline(ms, run) {
      const once = (): void => {
        timer.cancel();
        clearTimeout(wall);
        run();
      };
      const timer = after(ms, once);
      const wall = source === undefined ? undefined : setTimeout(once, ms).unref();
      return {
        cancel() {
          timer.cancel();
          clearTimeout(wall);
        },
      };
    },
    stop() {
      for (const entry of entries) forget(entry);
    },
  };
}
