/**
 * What differs from one plan to another: by visit, nurse, cost part and rule, with the key figures of both.
 * They may be of one problem or of two (a re-plan has its own): each is counted by its own problem's
 * weights. Compared the other way round every difference changes its sign and nothing else.
 */
import { COST_PARTS, type CostPart, type Verdict } from "../../checker/index.js";
import type { Plan, Problem } from "../../contracts/index.js";
import { type CostOwners, costOwners } from "./costOwners.js";
import { keyFigures, type KeyFigures } from "./figures.js";
import type { LoadedVersion } from "./loadVersion.js";
import type { Standing } from "./standings.js";

/** Points, or breaches. */
export interface PartDifference {
  readonly from: number;
  readonly to: number;
  readonly difference: number;
}

export interface VisitDifference {
  readonly visitId: string;
  readonly clientId: string;
  /** Null: the visit is not in that plan's problem. */
  readonly from: Standing | null;
  readonly to: Standing | null;
  /** Other shifts, bought or unserved instead of served, or the other way. */
  readonly moved: boolean;
  /** Other nurses come, or none. */
  readonly otherNurses: boolean;
  /** Later is positive; null unless served in both. */
  readonly shiftedSeconds: number | null;
  /** What its start, change, purchase or absence costs. */
  readonly cost: PartDifference;
}

/** A visit that stands where and when it did and costs other than before. */
export interface VisitCostDifference {
  readonly visitId: string;
  readonly clientId: string;
  readonly cost: PartDifference;
}

export interface NurseDifference {
  readonly nurseId: string;
  /** What her routes cost. */
  readonly cost: PartDifference;
  readonly visitsFrom: number;
  readonly visitsTo: number;
  readonly gets: readonly string[];
  readonly loses: readonly string[];
}

export interface PlanDifference {
  readonly from: string;
  readonly to: string;
  readonly valid: { readonly from: boolean; readonly to: boolean };
  /** Only visits that stand elsewhere or at another time, in the order of the second problem; visits gone at the end. */
  readonly visits: readonly VisitDifference[];
  readonly costOnly: readonly VisitCostDifference[];
  /** Only nurses whose visits or costs differ, by id. */
  readonly nurses: readonly NurseDifference[];
  readonly counts: {
    readonly moved: number;
    readonly shifted: number;
    readonly added: number;
    readonly gone: number;
    readonly clientsWithOtherNurses: number;
  };
  /** Exactly the sum over `parts`; and over `nurses`, `visits`, `costOnly` and `whole`. */
  readonly cost: PartDifference & {
    readonly parts: Readonly<Record<CostPart, PartDifference>>;
    /** Of the plan as a whole: the worst lateness. */
    readonly whole: PartDifference;
  };
  /** Breaches by the contract's rule, where either has any. */
  readonly rules: readonly (PartDifference & { readonly rule: number })[];
  readonly figures: { readonly from: KeyFigures; readonly to: KeyFigures };
}

/** A plan with what it is judged by. */
export interface Compared {
  readonly id: string;
  readonly problem: Problem;
  readonly plan: Plan;
  readonly verdict: Verdict;
}

function pair(from: number, to: number): PartDifference {
  // No -0: it would print as 0 and compare as another number.
  return { from, to, difference: from === to ? 0 : to - from };
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item) => b.includes(item));

function differenceOf(
  from: Standing | null,
  to: Standing | null,
  cost: PartDifference,
): VisitDifference | null {
  const one = to ?? from;
  if (one === null) return null;
  const moved =
    from === null ||
    to === null ||
    from.how !== to.how ||
    from.providerId !== to.providerId ||
    !sameSet(from.shiftIds, to.shiftIds);
  const shiftedSeconds =
    from === null || to === null || from.at === null || to.at === null ? null : to.at - from.at;
  if (!moved && (shiftedSeconds ?? 0) === 0) return null;
  return {
    visitId: one.visitId,
    clientId: one.clientId,
    from,
    to,
    moved,
    otherNurses: !sameSet(from?.nurseIds ?? [], to?.nurseIds ?? []),
    shiftedSeconds,
    cost,
  };
}

function nursesOf(a: CostOwners, b: CostOwners): readonly NurseDifference[] {
  const ids = [...new Set([...a.nurses.keys(), ...b.nurses.keys()])].toSorted();
  return ids.flatMap((nurseId): NurseDifference[] => {
    const [x, y] = [a.nurses.get(nurseId), b.nurses.get(nurseId)];
    const [before, after] = [x?.visitIds ?? [], y?.visitIds ?? []];
    const gets = after.filter((id) => !before.includes(id));
    const loses = before.filter((id) => !after.includes(id));
    const cost = pair(x?.cost ?? 0, y?.cost ?? 0);
    if (cost.difference === 0 && gets.length + loses.length === 0) return [];
    return [{ nurseId, cost, visitsFrom: before.length, visitsTo: after.length, gets, loses }];
  });
}

function rulesOf(a: Verdict, b: Verdict): PlanDifference["rules"] {
  const count = (verdict: Verdict, rule: number): number =>
    verdict.violations.filter((one) => one.rule === rule).length;
  const rules = [1, 2, 3, 4, 5, 6, 7, 8].map((rule) => ({ rule, ...pair(count(a, rule), count(b, rule)) }));
  return rules.filter((one) => one.from + one.to > 0);
}

export function comparePlans(from: Compared, to: Compared): PlanDifference {
  const a = costOwners(from.problem, from.plan, from.verdict);
  const b = costOwners(to.problem, to.plan, to.verdict);
  const gone = [...a.standings.keys()].filter((id) => !b.standings.has(id));
  const visits: VisitDifference[] = [];
  const costOnly: VisitCostDifference[] = [];
  for (const id of [...b.standings.keys(), ...gone]) {
    const cost = pair(a.visits.get(id) ?? 0, b.visits.get(id) ?? 0);
    const [was, is] = [a.standings.get(id) ?? null, b.standings.get(id) ?? null];
    const difference = differenceOf(was, is, cost);
    if (difference !== null) visits.push(difference);
    else if (cost.difference !== 0) costOnly.push({ visitId: id, clientId: (is ?? was)!.clientId, cost });
  }
  return {
    from: from.id,
    to: to.id,
    valid: { from: from.verdict.valid, to: to.verdict.valid },
    visits,
    costOnly,
    nurses: nursesOf(a, b),
    counts: {
      moved: visits.filter((one) => one.moved && one.from !== null && one.to !== null).length,
      shifted: visits.filter((one) => (one.shiftedSeconds ?? 0) !== 0).length,
      added: visits.filter((one) => one.from === null).length,
      gone: gone.length,
      clientsWithOtherNurses: new Set(visits.filter((one) => one.otherNurses).map(({ clientId }) => clientId))
        .size,
    },
    cost: {
      ...pair(from.verdict.cost.total, to.verdict.cost.total),
      parts: Object.fromEntries(
        COST_PARTS.map((part) => [part, pair(a.parts[part], b.parts[part])]),
      ) as PlanDifference["cost"]["parts"],
      whole: pair(a.whole, b.whole),
    },
    rules: rulesOf(from.verdict, to.verdict),
    figures: {
      from: keyFigures(from.problem, from.plan),
      to: keyFigures(to.problem, to.plan),
    },
  };
}

/** Two stored versions. */
export function compareVersions(from: LoadedVersion, to: LoadedVersion): PlanDifference {
  return comparePlans({ ...from, id: from.version.id }, { ...to, id: to.version.id });
}
