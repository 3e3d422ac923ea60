/** What is to be done at a visit, by the requirement that it was made from. */
import type { PrismaClient } from "../generated/client.js";

/**
 * Tasks by visit id; visits of imported problems have none. A re-plan has a problem of its own and
 * keeps the visits' ids, so that every problem made for the date is asked, the youngest last.
 */
export async function readTasks(
  prisma: PrismaClient,
  date: string,
  visitIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const sql = `
    SELECT json_extract(v.value, '$.visitId') AS "visitId", json_extract(v.value, '$.tasks') AS "tasks"
    FROM "generations" g, json_each(g."visits") v
    WHERE g."fromDate" <= ? AND g."toDate" >= date(?, '-1 day')
      AND json_extract(v.value, '$.visitId') IN (SELECT value FROM json_each(?))
      AND json_extract(v.value, '$.tasks') IS NOT NULL
    ORDER BY g."createdAt"`;
  const rows = await prisma.$queryRawUnsafe<{ visitId: string; tasks: string }[]>(
    sql,
    date,
    date,
    JSON.stringify(visitIds),
  );
  return new Map(rows.map(({ visitId, tasks }) => [visitId, JSON.parse(tasks) as string[]]));
}
