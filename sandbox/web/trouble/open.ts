import { createStore } from "../state/store.ts";

/** Whether the panel of things that may go wrong stands open. */
export const troubleOpen = createStore(false);
