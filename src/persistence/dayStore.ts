/** Dates for which something is imported, and the problems of one. */
import type { DayStore } from "../planning/dayPorts.js";
import type { PrismaClient } from "./generated/client.js";
import { toStored } from "./problemStore.js";

/** Problems that a re-plan made for itself are no imports. */
const IMPORTED = `NOT EXISTS (
  SELECT 1 FROM "plan_versions" v JOIN "version_facts" f ON f."planId" = v."id"
  WHERE v."problemId" = s."problemId" AND f."kind" = 'replanned')`;

/** Of the versions that hold the one published last. */
const PUBLISHED = `(
  SELECT h."planId" FROM "holding_publications" h
  WHERE h."date" = s."firstDate" ORDER BY h."publication" DESC LIMIT 1)`;

interface DayRow {
  readonly date: string;
  readonly problems: number | bigint;
  readonly versions: number | bigint;
  readonly publishedPlanId: string | null;
}

export function dayStore(prisma: PrismaClient): DayStore {
  return {
    async listDays({ from = "0000", to = "9999-12-31" }) {
      const rows = await prisma.$queryRawUnsafe<readonly DayRow[]>(
        `SELECT s."firstDate" AS "date",
           COUNT(DISTINCT CASE WHEN ${IMPORTED} THEN s."problemId" END) AS "problems",
           (SELECT COUNT(*) FROM "plan_versions" v WHERE v."problemId" IN (
             SELECT o."problemId" FROM "shifts" o WHERE o."firstDate" = s."firstDate")) AS "versions",
           ${PUBLISHED} AS "publishedPlanId"
         FROM "shifts" s WHERE s."firstDate" BETWEEN ? AND ?
         GROUP BY s."firstDate" ORDER BY s."firstDate"`,
        from,
        to,
      );
      return rows.map((row) => ({
        ...row,
        problems: Number(row.problems),
        versions: Number(row.versions),
      }));
    },

    async listProblems(date) {
      const ids = await prisma.$queryRawUnsafe<readonly { readonly problemId: string }[]>(
        `SELECT DISTINCT s."problemId" FROM "shifts" s WHERE s."firstDate" = ? AND ${IMPORTED}`,
        date,
      );
      const rows = await prisma.problem.findMany({
        where: { id: { in: ids.map(({ problemId }) => problemId) } },
        include: { document: { select: { size: true } } },
        orderBy: { sequence: "asc" },
      });
      return rows.map(toStored);
    },
  };
}
