// Writes the Prisma client into src/persistence/generated, when the schema or Prisma has changed.
//
// `prisma generate` wants a schema engine binary and downloads one. Generating does not run it,
// so any executable stands in for it: no download, no install script, no network.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const schema = path.join(root, "prisma", "schema");
const schemaFiles = readdirSync(schema)
  .filter((name) => name.endsWith(".prisma"))
  .sort()
  .map((name) => path.join(schema, name));
const output = path.join(root, "src", "persistence", "generated");
const stamp = path.join(output, ".stamp");

const prismaPackage = createRequire(import.meta.url).resolve("prisma/package.json");
const { version, bin } = JSON.parse(readFileSync(prismaPackage, "utf8"));
const digest = createHash("sha256").update(version);
for (const file of schemaFiles) digest.update(readFileSync(file));
const wanted = digest.digest("hex");

const isCurrent =
  existsSync(path.join(output, "client.ts")) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;

if (!isCurrent) {
  rmSync(output, { recursive: true, force: true });
  const run = spawnSync(
    process.execPath,
    [path.join(path.dirname(prismaPackage), bin.prisma), "generate", "--schema", schema],
    {
      cwd: root,
      encoding: "utf8",
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ?? process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
        CHECKPOINT_DISABLE: "1",
      },
    },
  );
  if (run.status !== 0) {
    process.stderr.write(
      `${run.stdout ?? ""}${run.stderr ?? ""}${run.error ? `${run.error.message}\n` : ""}`,
    );
    process.stderr.write("prisma generate failed: the client in src/persistence/generated is missing\n");
    process.exit(1);
  }
  // Last, so that an interrupted run is done again.
  writeFileSync(stamp, wanted);
}
