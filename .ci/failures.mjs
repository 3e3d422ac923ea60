// Reads one vitest JSON report and prints a line for each failed test, and for each file that could
// not be loaded: where it is, its name and the beginning of what it said. The end of a long log is
// what people see first, so .ci/run repeats these there.
import { readFileSync } from "node:fs";
import { relative } from "node:path";

const MESSAGE_CHARACTERS = 600;
const report = JSON.parse(readFileSync(process.argv[2], "utf8"));

/** On one line, without colours, cut to a length that a summary can bear. */
function brief(text) {
  // oxlint-disable-next-line no-control-regex -- the colours of a terminal begin with one
  const plain = text.replaceAll(/\u001B\[[\d;]*m/g, "").replaceAll(/\s+/g, " ");
  return plain.slice(0, MESSAGE_CHARACTERS);
}

for (const file of report.testResults) {
  const failed = file.assertionResults.filter((test) => test.status === "failed");
  const path = relative(process.cwd(), file.name);
  for (const test of failed) {
    console.log(`${path}: ${test.fullName}: ${brief(test.failureMessages.join(" "))}`);
  }
  if (file.status === "failed" && failed.length === 0) {
    console.log(`${path}: ${brief(file.message)}`);
  }
}
