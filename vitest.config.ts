import { defineConfig } from "vitest/config";

/**
 * Three projects: `main` needs nothing but this repository; `osrm` speaks to a running road
 * server (npm run osrm -- start), `browser` drives Debian's chromium over the built screens
 * (npm run web). Both say loudly when what they need is missing.
 */
export default defineConfig({
  test: {
    testTimeout: 180_000,
    hookTimeout: 120_000,
    pool: "forks",
    maxWorkers: 2,
    // A second, as it is otherwise, is not enough where the machine is busy.
    expect: { poll: { timeout: 120_000, interval: 100 } },
    projects: [
      {
        extends: true,
        test: {
          name: "main",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/osrm/**", "tests/browser/**"],
        },
      },
      { extends: true, test: { name: "osrm", include: ["tests/osrm/**/*.test.ts"] } },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          // Each file has a server, database and browser of its own; the product is read once a worker.
          isolate: false,
          testTimeout: 480_000,
          hookTimeout: 480_000,
        },
      },
    ],
  },
});
