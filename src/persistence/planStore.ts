import type { PlanHead, PlanStore, StoredPlan } from "../planning/ports.js";
import type { PrismaClient } from "./generated/client.js";
import { insertPlan } from "./planRows.js";
import { readNurseDay } from "./nurseDay.js";
import { readRounds } from "./roundRows.js";

/** Columns of a plan without its document. */
export const HEAD = {
  id: true,
  problemId: true,
  jobId: true,
  parentId: true,
  digest: true,
  createdAt: true,
  verdict: { select: { valid: true, cost: true, unserved: true } },
} as const;

export interface HeadRow {
  readonly id: string;
  readonly problemId: string;
  readonly jobId: string | null;
  readonly parentId: string | null;
  readonly digest: string;
  readonly createdAt: Date;
  readonly verdict: { readonly valid: boolean; readonly cost: bigint; readonly unserved: number } | null;
}

export function toHead(row: HeadRow): PlanHead {
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

export function planStore(prisma: PrismaClient): PlanStore {
  return {
    async add(plan, ending) {
      await prisma.$transaction(async (tx) => {
        await insertPlan(tx, plan, ending?.jobId ?? null);
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

    findNurseDay: (nurseId, date) => readNurseDay(prisma, nurseId, date),
  };
}
