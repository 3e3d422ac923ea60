/**
 * Which plan a nurse works by on a date. What is published holds, and nothing else: no draft
 * reaches a nurse. Dates that were never published show the latest plan of a job.
 */
import { localDays } from "../domain/localDays.js";
import type { NurseDay, Round } from "../planning/ports.js";
import type { PrismaClient } from "./generated/client.js";
import { readRounds } from "./roundRows.js";

interface CoveringPlan {
  readonly id: string;
  readonly problemId: string;
  readonly timeZone: string;
  /** 1: a shift of it starts on the date. */
  readonly own: number | bigint;
}

/** Versions that hold on the date, or on one before and reach into it; the date's own first. */
async function publishedPlans(prisma: PrismaClient, date: string): Promise<readonly CoveringPlan[]> {
  const sql = `
    SELECT p."id", p."problemId", q."timeZone", max(h."date" = ?) AS "own"
    FROM "holding_publications" h
    JOIN "plan_versions" p ON p."id" = h."planId"
    JOIN "problems" q ON q."id" = p."problemId"
    WHERE h."date" <= ? AND p."firstDate" <= ? AND p."lastDate" >= ?
    GROUP BY p."id" ORDER BY "own" DESC, p."sequence" DESC`;
  return prisma.$queryRawUnsafe<CoveringPlan[]>(sql, date, date, date, date);
}

/** The latest valid plan of a job that covers a date and has no date that was ever published. */
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
    SELECT p."id", p."problemId", q."timeZone",
      EXISTS (SELECT 1 FROM "shifts" o WHERE o."problemId" = p."problemId" AND o."firstDate" = ?) AS "own"
    FROM "plan_versions" p
    JOIN "verdicts" v ON v."planId" = p."id" AND v."valid"
    JOIN "problems" q ON q."id" = p."problemId"
    WHERE p."firstDate" <= ? AND p."lastDate" >= ? AND p."jobId" IS NOT NULL
      AND NOT EXISTS (
        SELECT 1 FROM "shifts" t JOIN "publication_dates" d ON d."date" = t."firstDate"
        WHERE t."problemId" = p."problemId")
      ${whose}
    ORDER BY p."sequence" DESC LIMIT 1`;
  const values = [date, date, date, ...(nurseId === undefined ? [] : [nurseId])];
  const rows = await prisma.$queryRawUnsafe<CoveringPlan[]>(sql, ...values);
  return rows[0] ?? null;
}

/** The plans that a nurse works by on a date, the date's own first. */
export async function plansOfDate(
  prisma: PrismaClient,
  nurseId: string,
  date: string,
): Promise<readonly CoveringPlan[]> {
  const plans = [...(await publishedPlans(prisma, date))];
  if (!plans.some(({ own }) => Number(own) === 1)) {
    const plan = (await latestPlan(prisma, date, nurseId)) ?? (await latestPlan(prisma, date));
    if (plan !== null) plans.unshift(plan);
  }
  return plans;
}

/**
 * Whether the plans say anything of a nurse's date. Where shifts of others only reach into it from the night
 * before, the date itself is not planned yet.
 */
async function concerns(
  prisma: PrismaClient,
  plans: readonly CoveringPlan[],
  { nurseId, date }: { readonly nurseId: string; readonly date: string },
): Promise<boolean> {
  if (plans.some(({ own }) => Number(own) === 1)) return true;
  const nights = plans.map(({ problemId, timeZone }) => ({
    problemId,
    endsAt: { gt: new Date(localDays(timeZone).startOf(date) * 1000) },
  }));
  return (await prisma.shift.count({ where: { nurseId, OR: nights } })) > 0;
}

export async function readNurseDay(
  prisma: PrismaClient,
  nurseId: string,
  date: string,
): Promise<NurseDay | null> {
  const plans = await plansOfDate(prisma, nurseId, date);
  const [first] = plans;
  if (first === undefined) return null;
  const rounds: Round[] = [];
  for (const plan of plans) rounds.push(...(await readRounds(prisma, plan, { nurseId, date })));
  if (rounds.length === 0 && !(await concerns(prisma, plans, { nurseId, date }))) return null;
  return {
    planId: first.id,
    planIds: plans.map(({ id }) => id),
    timeZone: first.timeZone,
    rounds: rounds.toSorted((a, b) => a.departure.getTime() - b.departure.getTime()),
  };
}
