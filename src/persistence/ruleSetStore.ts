import type { RuleSet } from "../contracts/index.js";
import type { RuleSetStore, StoredRuleSet } from "../planning/workingTime/ports.js";
import type { PrismaClient } from "./generated/client.js";

export function ruleSetStore(prisma: PrismaClient): RuleSetStore {
  return {
    async add({ id, ruleSet, author, createdAt }) {
      await prisma.workingTimeRuleSet.create({
        data: { id, validFrom: ruleSet.validFrom, document: JSON.stringify(ruleSet), author, createdAt },
      });
    },

    async list() {
      const rows = await prisma.workingTimeRuleSet.findMany({ orderBy: { sequence: "asc" } });
      const youngest = new Map<string, StoredRuleSet>();
      for (const { id, validFrom, document, author, createdAt } of rows) {
        const ruleSet = JSON.parse(document) as RuleSet;
        youngest.set(JSON.stringify([id, validFrom]), { id, ruleSet, author, createdAt });
      }
      return [...youngest.values()].toSorted((a, b) =>
        a.id === b.id ? (a.ruleSet.validFrom < b.ruleSet.validFrom ? -1 : 1) : a.id < b.id ? -1 : 1,
      );
    },
  };
}
