/** Which engine a result is of: a hash of the compiled code that decides. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./paths.js";

/** Compiled folders whose code takes part in finding a plan. */
const DECIDING = ["dist/solver", "dist/src/lp", "dist/src/jobs", "dist/src/planning"];

/** Twelve hex digits; equal as long as the code that decides is equal. */
export function engineHash(): string {
  const hash = createHash("sha256");
  for (const folder of DECIDING) {
    const path = join(ROOT, folder);
    if (!existsSync(path)) continue;
    const files = readdirSync(path, { recursive: true, encoding: "utf8" }).filter((f) => f.endsWith(".js"));
    for (const file of files.sort())
      hash.update(`${folder}/${file}\n`).update(readFileSync(join(path, file)));
  }
  return hash.digest("hex").slice(0, 12);
}
