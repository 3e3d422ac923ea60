/** Whether a requirement's decision holds on a date. */
import type { DecisionRecord } from "../../contracts/standing/clients.js";
import type { RequirementRecord } from "../../contracts/standing/requirements.js";
import type { GenerationCode } from "../../contracts/generationWarnings.js";
import type { Frame } from "./frame.js";

/** Why nothing is made of a decision on a date; null: it holds. */
function whyNot(
  decision: DecisionRecord,
  date: string,
): { readonly code: GenerationCode; readonly words: string } | null {
  if (date < decision.validFrom)
    return { code: "decision-not-begun", words: `begins on ${decision.validFrom}` };
  if (decision.validTo !== undefined && decision.validTo < date)
    return { code: "decision-expired", words: `ended on ${decision.validTo}` };
  if (decision.reviewBy !== undefined && decision.reviewBy < date)
    return { code: "decision-overdue", words: `was to be reviewed by ${decision.reviewBy}` };
  return null;
}

export class Decisions {
  private readonly byId: ReadonlyMap<string, DecisionRecord>;
  private readonly accepted: ReadonlySet<string>;

  constructor(private readonly frame: Frame) {
    this.byId = new Map(frame.standing.decisions.map((decision) => [decision.id, decision]));
    this.accepted = new Set(frame.wish.acceptOverdue);
  }

  find(id: string): DecisionRecord | undefined {
    return this.byId.get(id);
  }

  /** Tells why where it does not hold; nothing is left out in silence. */
  holds(requirement: RequirementRecord, date: string): boolean {
    const { notes } = this.frame;
    const { id: requirementId, decisionId } = requirement;
    const decision = this.byId.get(decisionId);
    if (decision === undefined) {
      const words = `requirement ${requirementId} names decision ${decisionId}, which is not known; no visits`;
      notes.add("decision-missing", { requirementId, decisionId }, words);
      return false;
    }
    const why = whyNot(decision, date);
    if (why === null) return true;
    const accepted = why.code === "decision-overdue" && this.accepted.has(decisionId);
    const outcome = accepted ? "visits are made all the same, as asked" : "no visits";
    notes.add(
      why.code,
      { date, requirementId, decisionId, clientId: decision.clientId },
      `decision ${decisionId} ${why.words}: requirement ${requirementId} on ${date}: ${outcome}`,
    );
    return accepted;
  }
}
