import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/database/global-setup.ts"],
    // Tests ask no host but those that they start themselves.
    env: { REMOTE: "off" },
    // Half of the time is spent in waiting for processes, servers and browsers: one worker more than two cores would take.
    maxWorkers: 3,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // One line for each file: tests that start processes are slow by nature, and not worth a line each.
    slowTestThreshold: 10_000,
  },
});
