import { defineConfig } from "vitest/config";

/** Tests that need a browser: `npm run test:browser`. They start the demo, and the app in it, for real. */
export default defineConfig({
  test: {
    include: ["test/browser/**/*.test.ts"],
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // Each file has a browser and a desk of its own: two at once take less time than one after the other, more take longer.
    maxWorkers: 2,
  },
});
