/** The migrations that come with the program: SQL files in Prisma's own layout. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export interface MigrationFile {
  /** Folder name, which sorts by time: `20261122000000_foundation`. */
  readonly name: string;
  readonly sql: string;
  /** Lower-case hex SHA-256 of the file, as Prisma records it. */
  readonly checksum: string;
}

/** prisma/migrations above this file, be it source or compiled. Throws if there is none. */
export function migrationsFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const candidate = path.join(folder, "prisma", "migrations");
    if (existsSync(path.join(candidate, "migration_lock.toml"))) return candidate;
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error("prisma/migrations is missing beside the program");
    folder = parent;
  }
}

/** All migrations of a folder, oldest first. */
export function listMigrations(folder: string): readonly MigrationFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const bytes = readFileSync(path.join(folder, name, "migration.sql"));
      return {
        name,
        sql: bytes.toString("utf8"),
        checksum: createHash("sha256").update(bytes).digest("hex"),
      };
    });
}
