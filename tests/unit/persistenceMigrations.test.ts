/** The database's schema: applied once, whole or not at all, and in step with Prisma's. */
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "libsql";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DatabaseInUse, MigrationRefused, openDatabase } from "../../src/persistence/index.js";
import { Prisma } from "../../src/persistence/generated/client.js";
import { migrate } from "../../src/persistence/migrate.js";
import { listMigrations, migrationsFolder } from "../../src/persistence/migrationFiles.js";

let folder: string;
let file: string;
let migrations: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "kotikierros-"));
  file = path.join(folder, "test.sqlite");
  migrations = path.join(folder, "migrations");
  cpSync(migrationsFolder(), migrations, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function addMigration(name: string, sql: string): void {
  mkdirSync(path.join(migrations, name));
  writeFileSync(path.join(migrations, name, "migration.sql"), sql);
}

function rows(sql: string): Record<string, unknown>[] {
  const database = new Database(file);
  try {
    return database.prepare(sql).all() as Record<string, unknown>[];
  } finally {
    database.close();
  }
}

function refusal(action: () => unknown): MigrationRefused {
  try {
    action();
  } catch (error) {
    if (error instanceof MigrationRefused) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("migrations", () => {
  it("are applied once; the second start applies nothing", () => {
    const names = listMigrations(migrations).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(migrate(file, migrations)).toEqual(names);
    expect(migrate(file, migrations)).toEqual([]);
  });

  it("are recorded as Prisma records them: the file's SHA-256, finished, one step", () => {
    migrate(file, migrations);
    const recorded = rows(`SELECT * FROM "_prisma_migrations" ORDER BY "migration_name"`);
    const first = listMigrations(migrations)[0]!;
    const bytes = readFileSync(path.join(migrations, first.name, "migration.sql"));
    expect(recorded[0]).toMatchObject({
      migration_name: first.name,
      checksum: createHash("sha256").update(bytes).digest("hex"),
      logs: null,
      rolled_back_at: null,
      applied_steps_count: 1,
    });
    expect(recorded[0]!["finished_at"]).toBeTypeOf("number");
  });

  it("leave nothing when one of several fails", () => {
    addMigration("29990101000000_good", `CREATE TABLE "good" ("id" TEXT);`);
    addMigration("29990102000000_bad", `CREATE TABLE "half" ("id" TEXT); CREATE TABLE nonsense;`);
    const error = refusal(() => migrate(file, migrations));
    expect(error).toMatchObject({ code: "migration-failed" });
    expect(error.message).toContain("29990102000000_bad");
    expect(rows(`SELECT name FROM sqlite_master`)).toEqual([]);
  });

  it("keep what an earlier start applied when a later one fails", () => {
    const applied = migrate(file, migrations);
    const before = rows(`SELECT name FROM sqlite_master ORDER BY name`);
    addMigration("29990102000000_bad", `CREATE TABLE "half" ("id" TEXT); CREATE TABLE nonsense;`);
    refusal(() => migrate(file, migrations));
    expect(rows(`SELECT name FROM sqlite_master ORDER BY name`)).toEqual(before);
    expect(rows(`SELECT * FROM "_prisma_migrations"`)).toHaveLength(applied.length);
  });

  it("are refused when a file was changed, or the database knows one that the program does not", () => {
    addMigration("29990101000000_later", `CREATE TABLE "later" ("id" TEXT);`);
    migrate(file, migrations);
    writeFileSync(path.join(migrations, "29990101000000_later", "migration.sql"), `-- changed`);
    expect(refusal(() => migrate(file, migrations)).code).toBe("migration-changed");
    rmSync(path.join(migrations, "29990101000000_later"), { recursive: true });
    expect(refusal(() => migrate(file, migrations)).code).toBe("migration-unknown");
  });

  it("are refused after one that Prisma left unfinished", () => {
    migrate(file, migrations);
    const database = new Database(file);
    database.exec(`UPDATE "_prisma_migrations" SET "finished_at" = NULL`);
    database.close();
    expect(refusal(() => migrate(file, migrations)).code).toBe("migration-failed");
  });
});

describe("the migrated database", () => {
  it("has for every model of the Prisma schema its table, with the same columns and the same NOT NULLs", () => {
    migrate(file, migrations);
    const folder = path.join(migrationsFolder(), "..", "schema");
    const schema = readdirSync(folder)
      .map((name) => readFileSync(path.join(folder, name), "utf8"))
      .join("\n");
    const models = [...schema.matchAll(/^model (\w+) \{\n([^]*?)^\}/gm)];
    expect(models.map(([, name]) => name).sort()).toEqual(Object.keys(Prisma.ModelName).sort());
    const names = new Set(models.map(([, name]) => name));
    for (const [, name, body] of models) {
      const table = /@@map\("(\w+)"\)/.exec(body!)![1]!;
      const fields = body!
        .split("\n")
        .map((line) => /^ {2}(\w+)\s+(\w+)(\[\])?(\?)?/.exec(line))
        .filter((field) => field !== null && !names.has(field[2]!))
        .map((field) => ({ name: field![1], required: field![4] === undefined }));
      const columns = rows(`PRAGMA table_info("${table}")`).map((column) => ({
        name: column["name"],
        required: column["notnull"] === 1,
      }));
      const byName = (a: { name: unknown }, b: { name: unknown }) =>
        String(a.name).localeCompare(String(b.name));
      expect({ name, columns: columns.sort(byName) }).toEqual({ name, columns: fields.sort(byName) });
    }
  });

  it("writes ahead, checks foreign keys and waits for others, also after a transaction", async () => {
    const database = await openDatabase(file);
    const settings = async () =>
      Promise.all(
        ["journal_mode", "foreign_keys", "busy_timeout", "synchronous"].map(async (name) => {
          const [row] = await database.prisma.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`);
          return String(Object.values(row!)[0]);
        }),
      );
    const wanted = ["wal", "1", "5000", "2"];
    expect(await settings()).toEqual(wanted);
    await database.prisma.$transaction((tx) => tx.nurse.count());
    await expect(
      database.prisma.$transaction(async () => {
        throw new Error("on purpose");
      }),
    ).rejects.toThrow("on purpose");
    expect(await settings()).toEqual(wanted);
    await expect(
      database.prisma.planningJob.create({
        data: { id: "j", problemId: "none", state: "queued", options: "{}", createdAt: new Date() },
      }),
    ).rejects.toThrow("Foreign key constraint");
    await database.close();
  });

  it("serves one server at a time, and the next once the first has let go", async () => {
    const first = await openDatabase(file, { serving: true });
    await expect(openDatabase(file, { serving: true })).rejects.toThrow(DatabaseInUse);
    const reader = await openDatabase(file);
    await reader.close();
    await first.close();
    const second = await openDatabase(file, { serving: true });
    await second.close();
  });
});
