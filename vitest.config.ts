import { defineConfig } from "vitest/config";

/**
 * Two projects: `main` needs nothing but this repository; `osrm` speaks to a running road
 * server (npm run osrm -- start) and says loudly when there is none.
 */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: "forks",
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: "main", include: ["tests/**/*.test.ts"], exclude: ["tests/osrm/**"] },
      },
      { extends: true, test: { name: "osrm", include: ["tests/osrm/**/*.test.ts"] } },
    ],
  },
});
