import type { JobError, JobOptions, JobProgress, JobState, JobStore, StoredJob } from "../planning/ports.js";
import type { PlanningJob, PrismaClient } from "./generated/client.js";

type JobRow = PlanningJob & { readonly plan: { readonly id: string } | null };

const withPlan = { plan: { select: { id: true } } } as const;

function toStored(row: JobRow): StoredJob {
  return {
    id: row.id,
    problemId: row.problemId,
    state: row.state as JobState,
    options: JSON.parse(row.options) as JobOptions,
    attempts: row.attempts,
    cancelRequested: row.cancelRequested,
    progress: row.progress === null ? null : (JSON.parse(row.progress) as JobProgress),
    error: row.error === null ? null : (JSON.parse(row.error) as JobError),
    warnings: JSON.parse(row.warnings) as StoredJob["warnings"],
    planId: row.plan?.id ?? null,
    createdAt: row.createdAt,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
  };
}

export function jobStore(prisma: PrismaClient): JobStore {
  return {
    async add(job) {
      const row = await prisma.planningJob.create({
        data: {
          id: job.id,
          problemId: job.problemId,
          state: "queued",
          options: JSON.stringify(job.options),
          createdAt: job.createdAt,
        },
        include: withPlan,
      });
      return toStored(row);
    },

    async find(id) {
      const row = await prisma.planningJob.findUnique({ where: { id }, include: withPlan });
      return row === null ? null : toStored(row);
    },

    takeNext(now) {
      return prisma.$transaction(async (tx) => {
        const next = await tx.planningJob.findFirst({
          where: { state: "queued" },
          orderBy: { sequence: "asc" },
          select: { id: true },
        });
        if (next === null) return null;
        const row = await tx.planningJob.update({
          where: { id: next.id },
          data: { state: "running", startedAt: now, attempts: { increment: 1 } },
          include: withPlan,
        });
        return toStored(row);
      });
    },

    async listRunning() {
      const rows = await prisma.planningJob.findMany({
        where: { state: "running" },
        orderBy: { sequence: "asc" },
        include: withPlan,
      });
      return rows.map(toStored);
    },

    async requeue(id) {
      await prisma.planningJob.updateMany({
        where: { id, state: "running" },
        data: { state: "queued", startedAt: null, progress: null },
      });
    },

    async end(id, state, error, now) {
      await prisma.planningJob.updateMany({
        where: { id, state: { in: ["queued", "running"] } },
        data: { state, error: error === null ? null : JSON.stringify(error), finishedAt: now },
      });
    },

    async endWaiting(id, now) {
      const { count } = await prisma.planningJob.updateMany({
        where: { id, state: "queued" },
        data: { state: "cancelled", finishedAt: now },
      });
      return count > 0;
    },

    async warn(id, warnings) {
      await prisma.planningJob.updateMany({ where: { id }, data: { warnings: JSON.stringify(warnings) } });
    },

    async requestCancel(id) {
      const { count } = await prisma.planningJob.updateMany({
        where: { id, state: { in: ["queued", "running"] } },
        data: { cancelRequested: true },
      });
      return count > 0;
    },
  };
}
