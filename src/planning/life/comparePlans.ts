/** What differs between two versions of a day. */
import { COST_PARTS, DEFAULT_WEIGHTS, type CostPart } from "../../checker/index.js";
import { keyFigures, type KeyFigures } from "./figures.js";
import type { LoadedVersion } from "./loadVersion.js";
import { standingsOf, type Standing } from "./standings.js";

export interface VisitDifference {
  readonly visitId: string;
  readonly clientId: string;
  /** Null: the visit is not in that version's problem. */
  readonly from: Standing | null;
  readonly to: Standing | null;
  /** Other shifts, bought or unserved instead of served, or the other way. */
  readonly moved: boolean;
  /** Other nurses come, or none. */
  readonly otherNurses: boolean;
  /** Later is positive; null unless served in both. */
  readonly shiftedSeconds: number | null;
}

/** Points: the amount times its weight, each version by its own problem's weights. */
export interface PartDifference {
  readonly from: number;
  readonly to: number;
  readonly difference: number;
}

export interface PlanDifference {
  readonly from: string;
  readonly to: string;
  /** Only visits that differ, in the order of the second version's problem; visits gone at the end. */
  readonly visits: readonly VisitDifference[];
  readonly counts: {
    readonly moved: number;
    readonly shifted: number;
    readonly added: number;
    readonly gone: number;
    readonly clientsWithOtherNurses: number;
  };
  readonly cost: PartDifference & { readonly parts: Readonly<Record<CostPart, PartDifference>> };
  readonly figures: { readonly from: KeyFigures; readonly to: KeyFigures };
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item) => b.includes(item));

function differenceOf(from: Standing | null, to: Standing | null): VisitDifference | null {
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
  };
}

function costDifference(from: LoadedVersion, to: LoadedVersion): PlanDifference["cost"] {
  const part = (name: CostPart): PartDifference => {
    const points = ({ problem, verdict }: LoadedVersion): number =>
      verdict.cost.parts[name] * (problem.weights?.[name] ?? DEFAULT_WEIGHTS[name]);
    const [a, b] = [points(from), points(to)];
    return { from: a, to: b, difference: b - a };
  };
  const [a, b] = [from.verdict.cost.total, to.verdict.cost.total];
  return {
    from: a,
    to: b,
    difference: b - a,
    parts: Object.fromEntries(COST_PARTS.map((name) => [name, part(name)])) as Record<
      CostPart,
      PartDifference
    >,
  };
}

export function comparePlans(from: LoadedVersion, to: LoadedVersion): PlanDifference {
  const before = standingsOf(from.problem, from.plan);
  const after = standingsOf(to.problem, to.plan);
  const gone = [...before.keys()].filter((id) => !after.has(id));
  const visits = [...after.keys(), ...gone]
    .map((id) => differenceOf(before.get(id) ?? null, after.get(id) ?? null))
    .filter((difference) => difference !== null);
  return {
    from: from.version.id,
    to: to.version.id,
    visits,
    counts: {
      moved: visits.filter((one) => one.moved && one.from !== null && one.to !== null).length,
      shifted: visits.filter((one) => (one.shiftedSeconds ?? 0) !== 0).length,
      added: visits.filter((one) => one.from === null).length,
      gone: gone.length,
      clientsWithOtherNurses: new Set(visits.filter((one) => one.otherNurses).map(({ clientId }) => clientId))
        .size,
    },
    cost: costDifference(from, to),
    figures: {
      from: keyFigures(from.problem, from.plan),
      to: keyFigures(to.problem, to.plan),
    },
  };
}
