/** A clock that can be told that time has passed: an answer from a recording took what it took when it was bought. */
export interface Clock {
  now: () => number;
  skip: (ms: number) => void;
}

export function createClock(): Clock {
  let skipped = 0;
  return {
    now: () => performance.now() + skipped,
    skip: (ms) => {
      skipped += ms;
    },
  };
}
