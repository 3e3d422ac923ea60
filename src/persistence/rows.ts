/** Many rows in one statement: they go in as one JSON text, which SQLite takes apart itself. */
import type { Prisma } from "./generated/client.js";

/** What can be done inside and outside a transaction. */
export type Executor = Pick<
  Prisma.TransactionClient,
  "$executeRawUnsafe" | "$queryRawUnsafe" | "$queryRaw" | "$executeRaw"
>;

/** A Date as the Prisma adapter writes it, so that texts compare in time order. */
export function instantText(date: Date): string {
  return date.toISOString().replace("Z", "+00:00");
}

/** Seconds since the epoch, as instantText. */
export function secondsText(seconds: number): string {
  return instantText(new Date(seconds * 1000));
}

/** JSON text, or null for null. */
export function jsonOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}

export type Row = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Inserts rows that all have the same keys, which are the table's columns. With `replaceBy`
 * a row whose key is there already takes the new values.
 *
 * Table and columns are names from this program, never from outside.
 */
export async function insertRows(
  executor: Executor,
  table: string,
  rows: readonly Row[],
  replaceBy?: readonly string[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!);
  const quoted = columns.map((column) => `"${column}"`).join(", ");
  const values = columns.map((_, index) => `json_extract(value, '$[${index}]')`).join(", ");
  // SQLite needs the WHERE to tell ON CONFLICT from a join's ON.
  let sql = `INSERT INTO "${table}" (${quoted}) SELECT ${values} FROM json_each(?) WHERE true`;
  if (replaceBy !== undefined) {
    const updates = columns
      .filter((column) => !replaceBy.includes(column))
      .map((column) => `"${column}" = excluded."${column}"`)
      .join(", ");
    const keys = replaceBy.map((column) => `"${column}"`).join(", ");
    sql += ` ON CONFLICT (${keys}) DO UPDATE SET ${updates}`;
  }
  // Rows as lists: without the column names they are half as long.
  const lists = rows.map((row) => columns.map((column) => row[column]));
  await executor.$executeRawUnsafe(sql, JSON.stringify(lists));
}
