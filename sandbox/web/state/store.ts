import { useEffect, useReducer, useRef } from "preact/hooks";

export interface Store<T> {
  get(): T;
  set(next: T): void;
  update(change: (old: T) => T): void;
  subscribe(listener: () => void): () => void;
}

export function createStore<T>(initial: T): Store<T> {
  const listeners = new Set<() => void>();
  let value = initial;
  const store: Store<T> = {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    update: (change) => store.set(change(value)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return store;
}

/** Part of a store; the component is drawn anew only when that part is another one. */
export function useStore<T, S = T>(store: Store<T>, select: (value: T) => S = (value) => value as unknown as S): S {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const selected = select(store.get());
  const last = useRef(selected);
  const how = useRef(select);
  last.current = selected;
  how.current = select;
  useEffect(() => {
    const look = (): void => {
      if (!Object.is(how.current(store.get()), last.current)) redraw(undefined);
    };
    // Something may have changed between drawing and subscribing.
    look();
    return store.subscribe(look);
  }, [store]);
  return selected;
}
