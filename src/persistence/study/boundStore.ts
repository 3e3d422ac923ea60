import { type BoundFound, type BoundStore, raised } from "../../planning/study/index.js";
import type { PlanBound, PrismaClient } from "../generated/client.js";

const toStored = ({ document, createdAt }: PlanBound) => ({
  ...(JSON.parse(document) as BoundFound),
  provedAt: createdAt,
});

export function boundStore(prisma: PrismaClient): BoundStore {
  return {
    async find(planId) {
      const row = await prisma.planBound.findUnique({ where: { planId } });
      return row === null ? null : toStored(row);
    },

    raise(planId, found, now) {
      return prisma.$transaction(async (tx) => {
        const row = await tx.planBound.findUnique({ where: { planId } });
        const known = row === null ? null : toStored(row);
        const best = known === null ? found : raised(known, found);
        if (known !== null && best === known) return known;
        const data = { document: JSON.stringify(best), method: best.method, createdAt: now };
        await tx.planBound.upsert({ where: { planId }, create: { planId, ...data }, update: data });
        return { ...best, provedAt: now };
      });
    },
  };
}
