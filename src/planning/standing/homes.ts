/** A client has no more than one home on a date. */
import type { HomeRecord } from "../../contracts/standing/index.js";
import type { StandingTransaction } from "./ports.js";
import { type Conflict, ofKind, type Proposal } from "./proposals.js";

function overlap(a: HomeRecord, b: HomeRecord): boolean {
  return (a.validTo ?? "9999") >= b.validFrom && (b.validTo ?? "9999") >= a.validFrom;
}

export async function homeConflicts(
  transaction: StandingTransaction,
  proposals: readonly Proposal[],
): Promise<Conflict[]> {
  const proposed = ofKind(proposals, "homes");
  if (proposed.length === 0) return [];
  const clients = [...new Set(proposed.map(({ record }) => record.clientId))];
  const stored = await transaction.list("homes", { refersTo: [{ kind: "clients", ids: clients }] });
  const anew = new Set(proposed.map(({ record }) => record.id));
  const byClient = new Map<string, HomeRecord[]>(clients.map((id) => [id, []]));
  for (const { record } of stored) {
    if (!anew.has(record.id)) byClient.get(record.clientId)?.push(record);
  }
  return proposed.flatMap((proposal) => {
    const { record } = proposal;
    const others = byClient.get(record.clientId)!;
    const other = others.find((home) => overlap(home, record));
    others.push(record);
    if (other === undefined) return [];
    const message = `home ${record.id} from ${record.validFrom} overlaps home ${other.id} from ${other.validFrom} of client ${record.clientId}`;
    return [{ proposal, code: "homes-overlap", path: ["validFrom"], message }];
  });
}
