/** Where generated problems come from. */
import type { GenerationWarning, VisitOrigin } from "../../contracts/generation.js";
import type { GenerationStore } from "../../planning/generate/ports.js";
import type { PolicyRef } from "../../planning/policies/ports.js";
import type { StoredProblem } from "../../planning/ports.js";
import type { PrismaClient } from "../generated/client.js";
import { insertProblem, toStored } from "../problemStore.js";
import { jsonOrNull } from "../rows.js";

export function generationStore(prisma: PrismaClient): GenerationStore {
  return {
    add(list) {
      return prisma.$transaction(async (tx) => {
        const stored: StoredProblem[] = [];
        for (const { problem, generation } of list) {
          stored.push(toStored(await insertProblem(tx, problem)));
          await tx.generation.create({
            data: {
              problemId: generation.problemId,
              fromDate: generation.from,
              toDate: generation.to,
              areas: jsonOrNull(generation.areas),
              policy: jsonOrNull(generation.policy),
              warnings: JSON.stringify(generation.warnings),
              visits: JSON.stringify(generation.visits),
              createdAt: generation.createdAt,
            },
          });
        }
        return stored;
      });
    },

    async find(problemId) {
      const row = await prisma.generation.findUnique({ where: { problemId } });
      if (row === null) return null;
      return {
        problemId,
        from: row.fromDate,
        to: row.toDate,
        areas: row.areas === null ? null : (JSON.parse(row.areas) as string[]),
        policy: row.policy === null ? null : (JSON.parse(row.policy) as PolicyRef),
        warnings: JSON.parse(row.warnings) as GenerationWarning[],
        visits: JSON.parse(row.visits) as VisitOrigin[],
        createdAt: row.createdAt,
      };
    },
  };
}
