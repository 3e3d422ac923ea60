/** A stored version with all that it takes to judge or change it: problem, plan, verdict. */
import type { Verdict } from "../../checker/index.js";
import type { Pin, Plan, Problem } from "../../contracts/index.js";
import type { PlanStore } from "../ports.js";
import type { PinChanges, PlanVersion, VersionStore } from "./ports.js";

export interface LoadedVersion {
  readonly version: PlanVersion;
  /** Digest of the document; `problem` is that document with the version's pins. */
  readonly digest: string;
  readonly pins: PinChanges;
  readonly problem: Problem;
  readonly plan: Plan;
  readonly verdict: Verdict;
}

/** The problem with its pins changed. The document given stays as it is. */
export function withPins(problem: Problem, pins: PinChanges): Problem {
  const changed = new Map<string, Pin | null>(Object.entries(pins));
  if (changed.size === 0) return problem;
  return {
    ...problem,
    visits: problem.visits.map((visit) => {
      const pin = changed.get(visit.id);
      if (pin === undefined) return visit;
      const { pin: _, ...rest } = visit;
      return pin === null ? rest : { ...rest, pin };
    }),
  };
}

/** What is stored of a version besides its problem; null: no such version. */
export async function findVersion(plans: PlanStore, versions: VersionStore, id: string) {
  const [version, stored, judged] = await Promise.all([
    versions.find(id),
    plans.find(id),
    versions.findJudgedBy(id),
  ]);
  return version === null || stored === null || judged === null ? null : { version, stored, judged };
}

/** How many problem documents stay in memory: a coordinator works on one day, rarely on two. */
const KEPT = 4;

/** Reads versions; the problems of the last days worked on stay in memory, since documents never change. */
export class VersionReader {
  private readonly documents = new Map<string, Problem>();

  constructor(
    private readonly plans: PlanStore,
    private readonly versions: VersionStore,
  ) {}

  /** Null: no such version. */
  async load(id: string): Promise<LoadedVersion | null> {
    const found = await findVersion(this.plans, this.versions, id);
    if (found === null) return null;
    const { version, stored, judged } = found;
    const document = await this.document(judged.digest);
    return {
      version,
      digest: judged.digest,
      pins: judged.pins,
      problem: withPins(document, judged.pins),
      plan: JSON.parse(stored.document) as Plan,
      verdict: JSON.parse(stored.verdict) as Verdict,
    };
  }

  private async document(digest: string): Promise<Problem> {
    const kept = this.documents.get(digest);
    this.documents.delete(digest);
    const problem = kept ?? (await this.read(digest));
    this.documents.set(digest, problem);
    const [oldest] = this.documents.keys();
    if (this.documents.size > KEPT && oldest !== undefined) this.documents.delete(oldest);
    return problem;
  }

  private async read(digest: string): Promise<Problem> {
    const text = await this.versions.readDocument(digest);
    if (text === null) throw new Error(`the problem document ${digest} is not stored`);
    // Validated when it was stored; the text has not changed since.
    return JSON.parse(text) as Problem;
  }
}
