/** Time as this Gmail sees it. Moving it ages tokens, history, quotas, ack deadlines: everything but sockets. */
export interface Clock {
  now(): number;
  advance(ms: number): void;
  set(at: number): void;
}

/** A number freezes time there; a function (or nothing) lets it run. Both can be moved. */
export function movableClock(start: number | (() => number) = Date.now): Clock {
  const base = typeof start === "number" ? () => start : start;
  let offset = 0;
  return {
    now: () => base() + offset,
    advance: (ms) => {
      offset += ms;
    },
    set: (at) => {
      offset = at - base();
    },
  };
}
