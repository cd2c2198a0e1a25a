import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/database/global-setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // One line for each file: tests that start processes are slow by nature, and not worth a line each.
    slowTestThreshold: 10_000,
  },
});
