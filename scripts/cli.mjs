// The command line from a working copy: runs the compiled program, after compiling it where
// that has not been done yet. After a change of the sources: npm run build.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const main = join(root, "dist", "src", "cli", "main.js");

if (!existsSync(main)) {
  process.stderr.write("Compiling once (npm run build)...\n");
  // Nothing of it goes to stdout, which belongs to the command's result.
  const built = spawnSync("npm", ["run", "-s", "build"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (built.status !== 0) process.exit(3);
}
process.argv[1] = main;
await import(pathToFileURL(main).href);
