import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/browser/**"],
    // End-to-end tests start real processes on two shared cores; a short limit would make them tests of the machine.
    // They mostly wait for those processes, so more of them than cores run side by side.
    maxWorkers: 4,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
