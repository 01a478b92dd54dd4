import { slackNow } from "./slack.ts";
import { createStore, useStore } from "./store.ts";

const now = createStore(slackNow());
setInterval(() => now.set(slackNow()), 5_000);

/** The time by the stand-in's clock, a few seconds old at most: enough for "in 42 minutes". */
export const useNow = (): number => useStore(now);
