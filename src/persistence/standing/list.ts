/** Standing data read: one statement for each question. */
import type { StandingKind, StandingRecords } from "../../contracts/standing/index.js";
import type { StandingFilter, StoredRecord } from "../../planning/standing/ports.js";
import type { Executor } from "../rows.js";

interface Row {
  readonly id: string;
  readonly version: string;
  readonly revision: number;
  readonly document: string;
  readonly changedAt: number;
  readonly holdsTo: string | null;
}

/** The last date of a version: its own, or the day before the next one begins. */
const HOLDS_TO = `CASE WHEN n."next" IS NULL THEN r."lastDate"
  WHEN r."lastDate" IS NULL OR r."lastDate" >= n."next" THEN date(n."next", '-1 day')
  ELSE r."lastDate" END`;

const NEXT = `(SELECT min(x."version") AS "next" FROM "standing_records" x
  WHERE x."kind" = r."kind" AND x."id" = r."id" AND x."version" > r."version")`;

/** The statement and its values; every value comes as a parameter. */
function question(kind: StandingKind, filter: StandingFilter): { sql: string; values: unknown[] } {
  const conditions = [`r."kind" = ?`];
  const values: unknown[] = [kind];
  const add = (condition: string, value: unknown): void => {
    conditions.push(condition);
    values.push(value);
  };
  if (filter.ids !== undefined) add(`r."id" IN (SELECT value FROM json_each(?))`, JSON.stringify(filter.ids));
  if (filter.after !== undefined) {
    conditions.push(`(r."id", r."version") > (?, ?)`);
    values.push(filter.after.id, filter.after.version);
  }
  if (filter.to !== undefined) add(`(r."firstDate" IS NULL OR r."firstDate" <= ?)`, filter.to);
  if (filter.from !== undefined) add(`("holdsTo" IS NULL OR "holdsTo" >= ?)`, filter.from);
  for (const { kind: toKind, ids } of filter.refersTo ?? []) {
    conditions.push(`EXISTS (SELECT 1 FROM "standing_references" f
      WHERE f."kind" = r."kind" AND f."id" = r."id" AND f."version" = r."version"
        AND f."toKind" = ? AND f."toId" IN (SELECT value FROM json_each(?)))`);
    values.push(toKind, JSON.stringify(ids));
  }
  const sql = `SELECT "id", "version", "revision", "document", "changedAt", "holdsTo" FROM (
      SELECT r.*, (SELECT ${HOLDS_TO} FROM (SELECT ${NEXT} AS "next") n) AS "holdsTo"
      FROM "standing_records" r) r
    WHERE ${conditions.join(" AND ")} ORDER BY r."id", r."version" LIMIT ?`;
  values.push(filter.limit ?? -1);
  return { sql, values };
}

/** Rows come as one JSON text: through Prisma a thousand rows one by one are slow. */
export async function listRecords<K extends StandingKind>(
  executor: Executor,
  kind: K,
  filter: StandingFilter = {},
): Promise<StoredRecord<K>[]> {
  const { sql, values } = question(kind, filter);
  const packed = `SELECT json_group_array(json_object('id', "id", 'version', "version", 'revision', "revision",
    'document', "document", 'changedAt', unixepoch("changedAt", 'subsec') * 1000, 'holdsTo', "holdsTo")) AS "rows"
    FROM (${sql})`;
  const [answer] = await executor.$queryRawUnsafe<{ rows: string }[]>(packed, ...values);
  const rows = JSON.parse(answer?.rows ?? "[]") as Row[];
  return rows.map(({ document, changedAt, ...row }) => ({
    ...row,
    kind,
    record: JSON.parse(document) as StandingRecords[K],
    changedAt: new Date(changedAt),
  }));
}
