/** The one place that says which local engine is measured: the one that the app runs with. */
export { createLocalEngine } from "../../src/pipeline/local/engine.ts";
