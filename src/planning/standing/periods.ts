/** A requirement that is said to end holds no longer than its decision, and not before it begins. */
import type { StandingTransaction } from "./ports.js";
import { type Conflict, ofKind, type Proposal, sameRecord } from "./proposals.js";

type Requirement = Proposal<"requirements">;

/** Whether it is stored just so: a decision shortened later does not make the same file a fault. */
async function isStored(transaction: StandingTransaction, { record }: Requirement): Promise<boolean> {
  const versions = await transaction.list("requirements", { ids: [record.id] });
  return versions.some((one) => sameRecord(one.record, record));
}

/** Without an end of its own a requirement ends with its decision, which generating sees to. */
export async function periodConflicts(
  transaction: StandingTransaction,
  proposals: readonly Proposal[],
): Promise<Conflict[]> {
  const ending = ofKind(proposals, "requirements").filter(({ record }) => record.validTo !== undefined);
  if (ending.length === 0) return [];
  const ids = [...new Set(ending.map(({ record }) => record.decisionId))];
  const stored = await transaction.list("decisions", { ids });
  const decisions = new Map(
    [
      ...stored.map(({ record }) => record),
      ...ofKind(proposals, "decisions").map(({ record }) => record),
    ].map((decision) => [decision.id, decision]),
  );
  const found: Conflict[] = [];
  for (const proposal of ending) {
    const { id, decisionId, validTo } = proposal.record;
    const decision = decisions.get(decisionId);
    if (decision === undefined) continue;
    const until = decision.validTo ?? "9999-12-31";
    if (validTo! <= until && validTo! >= decision.validFrom) continue;
    if (await isStored(transaction, proposal)) continue;
    const holds = `decision ${decisionId} holds from ${decision.validFrom} to ${decision.validTo ?? "further notice"}`;
    const message = `requirement ${id} ends on ${validTo}; ${holds}`;
    found.push({ proposal, code: "outside-decision", path: ["validTo"], message });
  }
  return found;
}
