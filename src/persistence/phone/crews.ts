/** Who else makes a nurse's visits. */
import type { StandingReader } from "../../planning/standing/ports.js";
import type { PrismaClient } from "../generated/client.js";

const marks = (values: readonly unknown[]): string => values.map(() => "?").join(", ");

/** Ids of the other nurses by visit id; visits of one nurse are absent. */
export async function readCrewIds(
  prisma: PrismaClient,
  nurseId: string,
  planIds: readonly string[],
  visitIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const sql = `
    SELECT DISTINCT t."visitId", r."nurseId"
    FROM "plan_stops" t
    JOIN "plan_rounds" r ON r."planId" = t."planId" AND r."shiftId" = t."shiftId"
    WHERE t."planId" IN (${marks(planIds)}) AND t."visitId" IN (${marks(visitIds)}) AND r."nurseId" <> ?
    ORDER BY r."nurseId"`;
  const rows = await prisma.$queryRawUnsafe<{ visitId: string; nurseId: string }[]>(
    sql,
    ...planIds,
    ...visitIds,
    nurseId,
  );
  const crews = new Map<string, string[]>();
  for (const { visitId, nurseId: other } of rows) crews.set(visitId, [...(crews.get(visitId) ?? []), other]);
  return crews;
}

/** Names by nurse id; nurses without a name are absent. */
export async function namesOfNurses(
  prisma: PrismaClient,
  standing: StandingReader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const [imported, kept] = await Promise.all([
    prisma.nurse.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } }),
    standing.list("nurses", { ids }),
  ]);
  const named = [...imported, ...kept.map(({ id, record: { name = null } }) => ({ id, name }))];
  return new Map(named.flatMap(({ id, name }): [string, string][] => (name === null ? [] : [[id, name]])));
}
