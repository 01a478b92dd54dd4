import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/browser/**"],
    // End-to-end tests start real processes on two shared cores; a short limit would make them tests of the machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
