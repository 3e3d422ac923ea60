/**
 * Brings a database to the program's schema at start. Everything that is missing is applied
 * in one transaction and recorded as `prisma migrate deploy` records it, so that either tool
 * finds the other's work done.
 */
import { randomUUID } from "node:crypto";
import Database from "libsql";
import { listMigrations, type MigrationFile } from "./migrationFiles.js";

/** How long to wait for another process that holds the database, milliseconds. */
export const BUSY_MILLISECONDS = 5_000;

/** Prisma's own table, column for column. */
const LEDGER = `
CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
);`;

export type MigrationCode = "migration-changed" | "migration-unknown" | "migration-failed";

/** The database and the program's migrations do not go together. Nothing was changed. */
export class MigrationRefused extends Error {
  override readonly name = "MigrationRefused";
  constructor(
    readonly code: MigrationCode,
    message: string,
    readonly todo: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

interface LedgerRow {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: unknown;
}

/** Which migrations are missing, after holding the recorded ones to the files. */
function missing(recorded: readonly LedgerRow[], files: readonly MigrationFile[]): readonly MigrationFile[] {
  const byName = new Map(files.map((file) => [file.name, file]));
  for (const row of recorded) {
    const file = byName.get(row.migration_name);
    if (file === undefined) {
      throw new MigrationRefused(
        "migration-unknown",
        `the database has migration ${row.migration_name}, which this program does not know`,
        "Start the newer version of the program that made this database, or use another database file.",
      );
    }
    if (row.finished_at === null) {
      throw new MigrationRefused(
        "migration-failed",
        `migration ${row.migration_name} is recorded as begun and not finished`,
        "Restore the database from before it, or resolve it with `prisma migrate resolve`.",
      );
    }
    if (file.checksum !== row.checksum) {
      throw new MigrationRefused(
        "migration-changed",
        `migration ${row.migration_name} was applied with checksum ${row.checksum} and its file now has ${file.checksum}`,
        "Put the file back as it was; a change of the schema is a new migration.",
      );
    }
  }
  const done = new Set(recorded.map((row) => row.migration_name));
  return files.filter((file) => !done.has(file.name));
}

/**
 * Applies what is missing and returns the names. A second call applies nothing. When two
 * processes start at once, one waits for the other.
 *
 * @throws MigrationRefused if recorded and known migrations disagree or a statement fails;
 *   the database is then as it was
 */
export function migrate(file: string, folder: string): readonly string[] {
  const migrations = listMigrations(folder);
  const database = new Database(file, { timeout: BUSY_MILLISECONDS });
  try {
    database.exec("BEGIN IMMEDIATE");
    try {
      database.exec(LEDGER);
      const recorded = database
        .prepare(
          `SELECT "migration_name", "checksum", "finished_at" FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`,
        )
        .all() as LedgerRow[];
      const wanted = missing(recorded, migrations);
      for (const migration of wanted) apply(database, migration);
      database.exec("COMMIT");
      return wanted.map((migration) => migration.name);
    } catch (error) {
      if (database.inTransaction) database.exec("ROLLBACK");
      throw error;
    }
  } finally {
    database.close();
  }
}

function apply(database: Database.Database, migration: MigrationFile): void {
  const started = Date.now();
  try {
    database.exec(migration.sql);
  } catch (cause) {
    throw new MigrationRefused(
      "migration-failed",
      `migration ${migration.name} failed: ${cause instanceof Error ? cause.message : String(cause)}`,
      "Nothing was changed. Mend the migration or the data that it stumbles over, and start again.",
      { cause },
    );
  }
  database
    .prepare(
      `INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "started_at", "applied_steps_count") VALUES (?, ?, ?, ?, ?, 1)`,
    )
    .run(randomUUID(), migration.checksum, Date.now(), migration.name, started);
}
