import type { NurseDay, PlanHead, PlanStore, StoredPlan } from "../planning/ports.js";
import type { PrismaClient } from "./generated/client.js";
import { putDocument } from "./documents.js";
import { readRounds } from "./roundRows.js";
import { insertRows, secondsText } from "./rows.js";

/** Columns of a plan without its document. */
const HEAD = {
  id: true,
  problemId: true,
  jobId: true,
  parentId: true,
  digest: true,
  createdAt: true,
  verdict: { select: { valid: true, cost: true, unserved: true } },
} as const;

interface HeadRow {
  readonly id: string;
  readonly problemId: string;
  readonly jobId: string | null;
  readonly parentId: string | null;
  readonly digest: string;
  readonly createdAt: Date;
  readonly verdict: { readonly valid: boolean; readonly cost: bigint; readonly unserved: number } | null;
}

function toHead(row: HeadRow): PlanHead {
  if (row.verdict === null) throw new Error(`plan ${row.id} is stored without a verdict`);
  return {
    id: row.id,
    problemId: row.problemId,
    jobId: row.jobId,
    parentId: row.parentId,
    digest: row.digest,
    valid: row.verdict.valid,
    cost: Number(row.verdict.cost),
    unserved: row.verdict.unserved,
    createdAt: row.createdAt,
  };
}

interface CoveringPlan {
  readonly id: string;
  readonly problemId: string;
  readonly timeZone: string;
}

/** The latest valid plan that covers a date; with a nurse only of problems that have a shift of hers. */
async function latestPlan(
  prisma: PrismaClient,
  date: string,
  nurseId?: string,
): Promise<CoveringPlan | null> {
  const whose =
    nurseId === undefined
      ? ""
      : `AND EXISTS (SELECT 1 FROM "shifts" s WHERE s."nurseId" = ? AND s."problemId" = p."problemId")`;
  const sql = `
    SELECT p."id", p."problemId", q."timeZone"
    FROM "plan_versions" p
    JOIN "verdicts" v ON v."planId" = p."id" AND v."valid"
    JOIN "problems" q ON q."id" = p."problemId"
    WHERE p."firstDate" <= ? AND p."lastDate" >= ? ${whose}
    ORDER BY p."sequence" DESC LIMIT 1`;
  const values = nurseId === undefined ? [date, date] : [date, date, nurseId];
  const rows = await prisma.$queryRawUnsafe<CoveringPlan[]>(sql, ...values);
  return rows[0] ?? null;
}

export function planStore(prisma: PrismaClient): PlanStore {
  return {
    async add(plan, ending) {
      const planId = plan.id;
      await prisma.$transaction(async (tx) => {
        if (plan.filled !== null) await putDocument(tx, plan.filled);
        const problem = await tx.problem.findUniqueOrThrow({
          where: { id: plan.problemId },
          select: { documentDigest: true },
        });
        await tx.planVersion.create({
          data: {
            id: planId,
            problemId: plan.problemId,
            documentDigest: plan.filled?.digest ?? problem.documentDigest,
            jobId: ending?.jobId ?? null,
            parentId: plan.parentId,
            document: plan.document,
            digest: plan.digest,
            firstDate: plan.records.firstDate,
            lastDate: plan.records.lastDate,
            createdAt: plan.createdAt,
          },
        });
        await tx.verdict.create({ data: { planId, ...plan.verdict } });
        await insertRows(
          tx,
          "plan_rounds",
          plan.records.rounds.map((round) => ({
            planId,
            shiftId: round.shiftId,
            nurseId: round.nurseId,
            departure: secondsText(round.departure),
            returnedAt: secondsText(round.return),
          })),
        );
        await insertRows(
          tx,
          "plan_stops",
          plan.records.rounds.flatMap((round) =>
            round.stops.map((stop, position) => ({
              planId,
              shiftId: round.shiftId,
              position,
              kind: stop.kind,
              visitId: stop.visitId,
              breakId: stop.breakId,
              arrival: stop.arrival === null ? null : secondsText(stop.arrival),
              start: secondsText(stop.start),
              end: secondsText(stop.end),
              date: stop.date,
            })),
          ),
        );
        if (ending === undefined) return;
        const { count } = await tx.planningJob.updateMany({
          where: { id: ending.jobId, state: "running" },
          data: {
            state: ending.state,
            progress: ending.progress === null ? null : JSON.stringify(ending.progress),
            finishedAt: plan.createdAt,
          },
        });
        if (count !== 1) throw new Error(`job ${ending.jobId} is not running: its plan is not stored`);
      });
    },

    async find(id): Promise<StoredPlan | null> {
      const row = await prisma.planVersion.findUnique({ where: { id }, include: { verdict: true } });
      if (row === null || row.verdict === null) return null;
      return { ...toHead(row), document: row.document, verdict: row.verdict.document };
    },

    async findHead(id) {
      const row = await prisma.planVersion.findUnique({ where: { id }, select: HEAD });
      return row === null ? null : toHead(row);
    },

    async findRounds(id) {
      const plan = await prisma.planVersion.findUnique({
        where: { id },
        select: { id: true, problemId: true, problem: { select: { timeZone: true } } },
      });
      if (plan === null) return null;
      return { timeZone: plan.problem.timeZone, rounds: await readRounds(prisma, plan) };
    },

    async findNurseDay(nurseId, date): Promise<NurseDay | null> {
      const plan = (await latestPlan(prisma, date, nurseId)) ?? (await latestPlan(prisma, date));
      if (plan === null) return null;
      return {
        planId: plan.id,
        timeZone: plan.timeZone,
        rounds: await readRounds(prisma, plan, { nurseId, date }),
      };
    },
  };
}
