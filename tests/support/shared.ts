/** The shared data beside the repository; see the data's own README. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";

// Tests run from TypeScript by vitest, so this file is where it stands: tests/support.
const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A path under the shared folder; it need not exist. */
export function sharedPath(...parts: readonly string[]): string {
  return join(resolve(ROOT, process.env["KOTIKIERROS_SHARED"] ?? "../shared"), ...parts);
}

/** Whether shared files can be read here. Says so loudly if not, for tests that then skip. */
export function hasShared(...parts: readonly string[]): boolean {
  const found = existsSync(sharedPath(...parts));
  if (!found) {
    process.stderr.write(`SKIPPED: no ${parts.join("/")} under KOTIKIERROS_SHARED (default ../shared)\n`);
  }
  return found;
}

/** A JSON document, gzipped or not. */
export function readShared(...parts: readonly string[]): unknown {
  const data = readFileSync(sharedPath(...parts));
  return JSON.parse((data[0] === 0x1f ? gunzipSync(data) : data).toString("utf8"));
}
