/** Areas of clients and nurses (by standing data, else by the last import), and of all clients of a problem, plan or job. */
import type { AreaReader } from "../../planning/access/ports.js";
import type { PrismaClient } from "../generated/client.js";
import { listRecords } from "../standing/list.js";

export function areaReader(prisma: PrismaClient): AreaReader {
  const ofProblem = async (id: string): Promise<readonly (string | null)[] | null> => {
    if ((await prisma.problem.count({ where: { id } })) === 0) return null;
    const rows = await prisma.$queryRaw<{ areaId: string | null }[]>`
      SELECT DISTINCT c."areaId" FROM "visits" v LEFT JOIN "clients" c ON c."id" = v."clientId"
      WHERE v."problemId" = ${id}`;
    return rows.map(({ areaId }) => areaId);
  };
  return {
    async ofClient(id) {
      const [kept] = await listRecords(prisma, "clients", { ids: [id] });
      if (kept !== undefined) return [kept.record.areaId ?? null];
      const row = await prisma.client.findUnique({ where: { id }, select: { areaId: true } });
      return row === null ? null : [row.areaId];
    },

    async ofNurse(id) {
      const [kept] = await listRecords(prisma, "nurses", { ids: [id] });
      if (kept !== undefined) return kept.record.homeAreaId === undefined ? [] : [kept.record.homeAreaId];
      const row = await prisma.nurse.findUnique({ where: { id }, select: { areaIds: true } });
      if (row === null) return null;
      return row.areaIds === null ? [] : (JSON.parse(row.areaIds) as string[]);
    },

    ofProblem,

    async ofPlan(id) {
      const row = await prisma.planVersion.findUnique({ where: { id }, select: { problemId: true } });
      return row === null ? null : ofProblem(row.problemId);
    },

    async ofJob(id) {
      const row = await prisma.planningJob.findUnique({ where: { id }, select: { problemId: true } });
      return row === null ? null : ofProblem(row.problemId);
    },

    async anyNurse() {
      const [row] = await prisma.$queryRaw<{ id: string }[]>`
        SELECT "nurseId" AS "id", 0 AS "rank", count(*) AS "rounds" FROM "plan_rounds" GROUP BY "nurseId"
        UNION ALL SELECT "id", 1, 0 FROM "standing_records" WHERE "kind" = 'nurses'
        UNION ALL SELECT "id", 2, 0 FROM "nurses"
        ORDER BY "rank", "rounds" DESC, "id" LIMIT 1`;
      return row?.id ?? null;
    },
  };
}
