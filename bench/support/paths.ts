/** Where the bench finds things, from the compiled file's own place. */
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** dist/bench/support -> the repository. */
export const ROOT = resolve(fileURLToPath(new URL("../../..", import.meta.url)));
/** Shared data and contract; see docs/performance.md. */
export const SHARED = resolve(ROOT, process.env["KOTIKIERROS_SHARED"] ?? "../shared");
export const RESULTS = join(ROOT, "bench/results");
export const CLI = join(ROOT, "dist/src/cli/main.js");
export const CHECK_PLAN = join(SHARED, "contract/check_plan.py");
