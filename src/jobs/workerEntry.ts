import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The compiled file of a worker thread. Beside this module when that is compiled too; when the
 * sources run directly (tests), the one in dist/, which the build has made.
 */
export function workerEntry(name: string): URL {
  const beside = new URL(`./${name}.js`, import.meta.url);
  if (existsSync(fileURLToPath(beside))) return beside;
  const compiled = new URL(`../../dist/src/jobs/${name}.js`, import.meta.url);
  if (existsSync(fileURLToPath(compiled))) return compiled;
  throw new Error(`${path.join("dist", "src", "jobs", `${name}.js`)} is missing: run npm run build`);
}
