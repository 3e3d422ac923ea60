import { createHash, randomUUID } from "node:crypto";
import type { EditedPlan } from "../../../planning/life/index.js";
import type { Plan, Problem } from "../../../contracts/index.js";
import type { NewPlan } from "../../../planning/ports.js";
import { planRecords } from "../../../planning/records.js";

/** A plan ready to be stored, as a child of the version that it changes. */
export function newPlan(
  of: { readonly problemId: string; readonly parentId: string },
  problem: Problem,
  plan: Plan,
  verdict: EditedPlan["verdict"],
): NewPlan {
  const document = JSON.stringify(plan);
  return {
    id: randomUUID(),
    ...of,
    filled: null,
    document,
    digest: createHash("sha256").update(document).digest("hex"),
    verdict: {
      valid: verdict.valid,
      cost: verdict.cost.total,
      unserved: verdict.facts.unserved,
      document: JSON.stringify(verdict),
    },
    records: planRecords(problem, plan),
    createdAt: new Date(),
  };
}
