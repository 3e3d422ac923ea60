/**
 * One server for one database: a job that another process is still running must not be taken
 * up as if it had been cut off. The lock is SQLite's own on a small file beside the database,
 * so the system lets go of it however the process ends.
 */
import Database from "libsql";

export class DatabaseInUse extends Error {
  override readonly name = "DatabaseInUse";
  readonly code = "database-in-use";
  readonly todo = "Stop the other server, or start this one with another database file.";
  constructor(file: string) {
    super(`another server works on ${file}`);
  }
}

/** Takes the lock and returns what gives it back. Throws DatabaseInUse. */
export function lockForServing(file: string): () => void {
  const lock = new Database(`${file}-serving`, { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if ((error as { code?: unknown }).code === "SQLITE_BUSY") throw new DatabaseInUse(file);
    throw error;
  }
  return () => {
    lock.close();
  };
}
