/** A plan's rows inside a transaction: the plan, its verdict, its rounds and their stops. */
import type { NewPlan } from "../planning/ports.js";
import { putDocument } from "./documents.js";
import type { Prisma } from "./generated/client.js";
import { insertRows, secondsText } from "./rows.js";

export async function insertPlan(
  tx: Prisma.TransactionClient,
  plan: NewPlan,
  jobId: string | null,
): Promise<void> {
  const planId = plan.id;
  if (plan.filled !== null) await putDocument(tx, plan.filled);
  const problem = await tx.problem.findUniqueOrThrow({
    where: { id: plan.problemId },
    select: { documentDigest: true },
  });
  await tx.planVersion.create({
    data: {
      id: planId,
      problemId: plan.problemId,
      documentDigest: plan.judgedBy ?? plan.filled?.digest ?? problem.documentDigest,
      jobId: jobId,
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
}
