/** What proposals have wrong beside their own shape: unknown ids, and records that exclude each other. */
import { referencesOf } from "../../contracts/standing/index.js";
import { homeConflicts } from "./homes.js";
import { periodConflicts } from "./periods.js";
import type { ChangeFacts, StandingTransaction } from "./ports.js";
import type { Conflict, Proposal } from "./proposals.js";
import { fewerVehicles, shiftConflicts } from "./shifts.js";

const keyOf = (kind: string, id: string): string => `${kind} ${id}`;

/** Ids that neither the store has nor the proposals bring. */
async function unknownReferences(
  transaction: StandingTransaction,
  proposals: readonly Proposal[],
): Promise<Conflict[]> {
  const brought = new Set(proposals.map(({ kind, record }) => keyOf(kind, record.id)));
  const held = proposals.map((proposal) => ({
    proposal,
    references: referencesOf(proposal.kind, proposal.record),
  }));
  const asked = new Map(
    held
      .flatMap(({ references }) => references)
      .filter(({ kind, id }) => !brought.has(keyOf(kind, id)))
      .map(({ kind, id }) => [keyOf(kind, id), { kind, id }]),
  );
  const missing = new Set(
    (await transaction.missing([...asked.values()])).map(({ kind, id }) => keyOf(kind, id)),
  );
  return held.flatMap(({ proposal, references }) =>
    references
      .filter(({ kind, id }) => missing.has(keyOf(kind, id)))
      .map(({ kind, id, path }) => ({
        proposal,
        code: "reference-missing" as const,
        path,
        message: `${path.join(".")} names ${id}, which is none of the stored ${kind}`,
      })),
  );
}

/** `changedAt`: what lies before its date stays as it was. */
export async function findConflicts(
  transaction: StandingTransaction,
  proposals: readonly Proposal[],
  { changedAt }: Pick<ChangeFacts, "changedAt">,
): Promise<Conflict[]> {
  return [
    ...(await unknownReferences(transaction, proposals)),
    ...(await homeConflicts(transaction, proposals)),
    ...(await shiftConflicts(transaction, proposals)),
    ...(await fewerVehicles(transaction, proposals, changedAt.toISOString().slice(0, 10))),
    ...(await periodConflicts(transaction, proposals)),
  ];
}
