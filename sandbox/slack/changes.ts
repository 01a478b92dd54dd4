/** Something a person, or a test, could notice. */
interface Change {
  kind:
    | "message"
    | "ephemeral"
    | "modal"
    | "home"
    | "channel"
    | "user"
    | "file"
    | "call"
    | "socket"
    | "delivery"
    | "reading";
  channel?: string;
  user?: string;
  ts?: string;
}

export interface Changes {
  publish(change: Change): void;
  subscribe(listener: (change: Change) => void): () => void;
}

export function createChanges(): Changes {
  const listeners = new Set<(change: Change) => void>();
  return {
    publish(change) {
      for (const listener of [...listeners]) listener(change);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export interface Until {
  timeoutMs?: number;
  /** What is being waited for, for the message when it does not come. */
  what?: string;
}

/** Resolves with the first truthy answer, asked again after every change. A throwing question has no answer yet. */
export function until<T>(
  changes: Changes,
  ask: () => T,
  { timeoutMs = 5000, what = "the expected state" }: Until = {},
): Promise<NonNullable<T>> {
  return new Promise((resolve, reject) => {
    let failure: unknown;
    const attempt = (): void => {
      let answer: T | undefined;
      try {
        answer = ask();
        failure = undefined;
      } catch (error) {
        failure = error;
      }
      if (!answer) return;
      stop();
      resolve(answer);
    };
    // After the present work, so that a change is seen whole.
    const unsubscribe = changes.subscribe(() => queueMicrotask(attempt));
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`Slack sandbox: waited ${timeoutMs} ms in vain for ${what}`, { cause: failure }));
    }, timeoutMs);
    const stop = (): void => {
      unsubscribe();
      clearTimeout(timer);
    };
    attempt();
  });
}
