// Reads one vitest JSON report and prints "passed failed skipped" in tests. A file that could not
// be loaded (it has no tests to fail) counts as one failed test.
import { readFileSync } from "node:fs";

const report = JSON.parse(readFileSync(process.argv[2], "utf8"));
let passed = 0;
let failed = 0;
let skipped = 0;
for (const file of report.testResults) {
  const states = file.assertionResults.map((test) => test.status);
  const bad = states.filter((state) => state === "failed").length;
  passed += states.filter((state) => state === "passed").length;
  failed += file.status === "failed" ? Math.max(1, bad) : bad;
  skipped += states.filter((state) => state !== "passed" && state !== "failed").length;
}
console.log(passed, failed, skipped);
