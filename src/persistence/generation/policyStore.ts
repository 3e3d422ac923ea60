/** Policies: versions are added and never changed. */
import type { Weights } from "../../contracts/problemSchema.js";
import type {
  ComparedRun,
  Policy,
  PolicyComparisonStore,
  PolicyStore,
} from "../../planning/policies/ports.js";
import type { Policy as Row, PrismaClient } from "../generated/client.js";

function toPolicy(row: Row): Policy {
  return {
    id: row.id,
    version: row.version,
    name: JSON.parse(row.name) as Record<string, string>,
    description: row.description,
    weights: JSON.parse(row.weights) as Weights,
    author: row.author,
    createdAt: row.createdAt,
  };
}

export function policyStore(prisma: PrismaClient): PolicyStore {
  return {
    async list() {
      const rows = await prisma.policy.findMany({ orderBy: [{ id: "asc" }, { version: "desc" }] });
      return rows.filter((row, at) => rows[at - 1]?.id !== row.id).map(toPolicy);
    },

    async find(id, version) {
      const row = await prisma.policy.findFirst({
        where: { id, ...(version === undefined ? {} : { version }) },
        orderBy: { version: "desc" },
      });
      return row === null ? null : toPolicy(row);
    },

    add(policy, after) {
      return prisma.$transaction(async (tx) => {
        const last = await tx.policy.findFirst({ where: { id: policy.id }, orderBy: { version: "desc" } });
        const current = last?.version ?? 0;
        if (after !== null && after !== current) return null;
        const row = await tx.policy.create({
          data: {
            id: policy.id,
            version: current + 1,
            name: JSON.stringify(policy.name),
            description: policy.description,
            weights: JSON.stringify(policy.weights),
            author: policy.author ?? "",
            createdAt: policy.createdAt ?? new Date(),
          },
        });
        return toPolicy(row);
      });
    },
  };
}

export function policyComparisonStore(prisma: PrismaClient): PolicyComparisonStore {
  return {
    async add(comparison) {
      await prisma.policyComparison.create({
        data: {
          id: comparison.id,
          problemId: comparison.problemId,
          common: JSON.stringify(comparison.common),
          runs: JSON.stringify(comparison.runs),
          createdAt: comparison.createdAt,
        },
      });
    },

    async find(id) {
      const row = await prisma.policyComparison.findUnique({ where: { id } });
      if (row === null) return null;
      return {
        id,
        problemId: row.problemId,
        common: JSON.parse(row.common) as Weights,
        runs: JSON.parse(row.runs) as ComparedRun[],
        createdAt: row.createdAt,
      };
    },
  };
}
