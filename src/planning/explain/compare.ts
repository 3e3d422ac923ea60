/**
 * Two plans of one problem: every difference by visit, nurse, cost part and rule. Costs are
 * the checker's. What routes cost is told by nurse, what starts and absences cost by visit,
 * and `worstLate` for the plan as a whole; together they add up to the totals exactly.
 * Compared the other way round every difference changes its sign and nothing else.
 */
import {
  checkPlan,
  COST_PARTS,
  type CostPart,
  type CostParts,
  DEFAULT_WEIGHTS,
  type Language,
  type Verdict,
} from "../../checker/index.js";
import type { Plan, Problem } from "../../contracts/index.js";
import { epochSeconds } from "../../domain/instant.js";
import { type Said, sayIn } from "./words.js";

/** Parts that a route has by itself. */
const BY_NURSE = [
  "travel",
  "wait",
  "overtime",
  "unfamiliar",
  "outsideArea",
  "language",
  "overload",
  "use",
] as const;
/** Parts that a visit has by itself. */
const BY_VISIT = ["early", "late", "bought", "moved", "shifted", "unserved"] as const;

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly difference: number;
}

export interface Comparison {
  readonly a: { readonly valid: boolean; readonly cost: number };
  readonly b: { readonly valid: boolean; readonly cost: number };
  /** b less a, points. The sum over `parts`, and over `nurses`, `visits` and `whole`. */
  readonly difference: number;
  /** Weighted points; every part of the contract. */
  readonly parts: readonly (Pair & { readonly part: CostPart })[];
  /** Weighted points of what belongs to the plan as a whole: the worst lateness. */
  readonly whole: Pair;
  /** Breaches by the contract's rule, where either plan has any. */
  readonly rules: readonly (Pair & { readonly rule: number })[];
  readonly figures: Readonly<Record<string, Pair>>;
  /** Nurses whose visits or costs differ. */
  readonly nurses: readonly {
    readonly nurseId: string;
    readonly cost: Pair;
    readonly onlyA: readonly string[];
    readonly onlyB: readonly string[];
    readonly said: Said;
  }[];
  /** Visits that differ in nurses, start, standing or cost. */
  readonly visits: readonly {
    readonly visitId: string;
    readonly change: readonly ("standing" | "nurse" | "start")[];
    readonly cost: Pair;
    readonly a: Standing;
    readonly b: Standing;
    readonly said: Said;
  }[];
  readonly said: Said;
}

export interface Standing {
  readonly standing: "served" | "bought" | "unserved" | "missing";
  readonly shiftIds: readonly string[];
  readonly start: string | null;
  readonly providerId: string | null;
}

interface Side {
  readonly verdict: Verdict;
  readonly weighted: CostParts;
  readonly nurses: ReadonlyMap<string, { readonly cost: number; readonly visitIds: readonly string[] }>;
  readonly visits: ReadonlyMap<string, { readonly cost: number; readonly standing: Standing }>;
}

export function comparePlans(problem: Problem, planA: Plan, planB: Plan, language: Language): Comparison {
  const say = sayIn(language);
  const a = sideOf(problem, planA);
  const b = sideOf(problem, planB);
  const costA = a.verdict.cost.total;
  const costB = b.verdict.cost.total;
  return {
    a: { valid: a.verdict.valid, cost: costA },
    b: { valid: b.verdict.valid, cost: costB },
    difference: costB - costA,
    parts: COST_PARTS.map((part) => ({ part, ...pair(a.weighted[part], b.weighted[part]) })),
    whole: pair(a.weighted.worstLate, b.weighted.worstLate),
    rules: rulesOf(a.verdict, b.verdict),
    figures: figuresOf(a, b),
    nurses: problem.nurses.flatMap(({ id }) => {
      const [x, y] = [a.nurses.get(id), b.nurses.get(id)];
      const [before, after] = [x?.visitIds ?? [], y?.visitIds ?? []];
      const onlyA = before.filter((visit) => !after.includes(visit));
      const onlyB = after.filter((visit) => !before.includes(visit));
      const cost = pair(x?.cost ?? 0, y?.cost ?? 0);
      if (cost.difference === 0 && onlyA.length + onlyB.length === 0) return [];
      const values = {
        nurseId: id,
        visitsA: before.length,
        visitsB: after.length,
        costA: cost.a,
        costB: cost.b,
      };
      return [{ nurseId: id, cost, onlyA, onlyB, said: say("nurse-differs", values) }];
    }),
    visits: problem.visits.flatMap(({ id }) => {
      const x = a.visits.get(id)!;
      const y = b.visits.get(id)!;
      const change = changesOf(x.standing, y.standing);
      const cost = pair(x.cost, y.cost);
      if (change.length === 0 && cost.difference === 0) return [];
      const said = say("visit-differs", { visitId: id, a: told(x.standing), b: told(y.standing) });
      return [{ visitId: id, change, cost, a: x.standing, b: y.standing, said }];
    }),
    said: say("cost-change", { costBefore: costA, costAfter: costB }),
  };
}

function pair(a: number, b: number): Pair {
  // No -0: it would print as 0 and compare as another number.
  return { a, b, difference: b === a ? 0 : b - a };
}

function sideOf(problem: Problem, plan: Plan): Side {
  const verdict = checkPlan(problem, plan);
  const weights = { ...DEFAULT_WEIGHTS, ...problem.weights };
  const points = (parts: Readonly<CostParts>): CostParts =>
    Object.fromEntries(COST_PARTS.map((part) => [part, weights[part] * parts[part]])) as CostParts;
  const nurses = new Map<string, { cost: number; visitIds: string[] }>();
  const standings = new Map<string, { shiftIds: string[]; start: string }>();
  for (const route of plan.routes) {
    const shift = problem.shifts.find(({ id }) => id === route.shiftId);
    if (shift === undefined) continue;
    // The checker's word for one route alone; its other parts speak of visits elsewhere.
    const own = points(checkPlan(problem, { format: plan.format, routes: [route], unserved: [] }).cost.parts);
    const entry = nurses.get(shift.nurseId) ?? { cost: 0, visitIds: [] };
    nurses.set(shift.nurseId, entry);
    entry.cost += BY_NURSE.reduce((sum, part) => sum + own[part], 0);
    for (const stop of route.stops) {
      if (stop.kind !== "visit") continue;
      entry.visitIds.push(stop.visitId);
      const known = standings.get(stop.visitId);
      if (known === undefined) standings.set(stop.visitId, { shiftIds: [route.shiftId], start: stop.start });
      else known.shiftIds.push(route.shiftId);
    }
  }
  const bought = new Map((plan.bought ?? []).map(({ visitId, providerId }) => [visitId, providerId]));
  const unserved = new Set(plan.unserved.map(({ visitId }) => visitId));
  const visits = new Map<string, { cost: number; standing: Standing }>();
  for (const visit of problem.visits) {
    const at = standings.get(visit.id);
    const providerId = bought.get(visit.id) ?? null;
    const own = visitParts(problem, visit, at, providerId);
    visits.set(visit.id, {
      cost: BY_VISIT.reduce((sum, part) => sum + weights[part] * own[part], 0),
      standing: {
        standing:
          at !== undefined
            ? "served"
            : providerId !== null
              ? "bought"
              : unserved.has(visit.id)
                ? "unserved"
                : "missing",
        shiftIds: at?.shiftIds.toSorted() ?? [],
        start: at?.start ?? null,
        providerId,
      },
    });
  }
  return { verdict, weighted: points(verdict.cost.parts), nurses, visits };
}

function visitParts(
  problem: Problem,
  visit: Problem["visits"][number],
  at: { readonly shiftIds: readonly string[]; readonly start: string } | undefined,
  providerId: string | null,
): Record<(typeof BY_VISIT)[number], number> {
  const parts = { early: 0, late: 0, bought: 0, moved: 0, shifted: 0, unserved: 0 };
  if (providerId !== null) {
    parts.bought = problem.providers?.find(({ id }) => id === providerId)?.cost ?? 0;
  }
  if (at === undefined) {
    if (providerId === null) parts.unserved = visit.unservedCost ?? 100_000;
    return parts;
  }
  const start = epochSeconds(at.start);
  if (visit.preferred !== undefined) {
    parts.early = Math.max(0, epochSeconds(visit.preferred.from) - start);
    parts.late = Math.max(0, start - epochSeconds(visit.preferred.to));
  }
  const before = problem.previous?.visits[visit.id];
  if (before !== undefined) {
    parts.shifted = Math.abs(start - epochSeconds(before.start));
    const now = new Set(at.shiftIds);
    const then = new Set(before.shiftIds);
    parts.moved = now.size === then.size && [...then].every((id) => now.has(id)) ? 0 : 1;
  }
  return parts;
}

function rulesOf(a: Verdict, b: Verdict): Comparison["rules"] {
  const count = (verdict: Verdict, rule: number): number =>
    verdict.violations.filter((one) => one.rule === rule).length;
  const rules = [1, 2, 3, 4, 5, 6, 7, 8].map((rule) => ({ rule, ...pair(count(a, rule), count(b, rule)) }));
  return rules.filter((one) => one.a + one.b > 0);
}

function figuresOf(a: Side, b: Side): Comparison["figures"] {
  const parts = (name: CostPart): Pair => pair(a.verdict.cost.parts[name], b.verdict.cost.parts[name]);
  const standing = (side: Side, wanted: Standing["standing"]): number =>
    [...side.visits.values()].filter((one) => one.standing.standing === wanted).length;
  return {
    served: pair(standing(a, "served"), standing(b, "served")),
    bought: pair(standing(a, "bought"), standing(b, "bought")),
    unserved: pair(standing(a, "unserved"), standing(b, "unserved")),
    routes: pair(a.verdict.facts.routes, b.verdict.facts.routes),
    travelSeconds: parts("travel"),
    waitSeconds: parts("wait"),
    lateSeconds: parts("late"),
    overtimeSeconds: parts("overtime"),
    unfamiliar: parts("unfamiliar"),
  };
}

function changesOf(a: Standing, b: Standing): ("standing" | "nurse" | "start")[] {
  const out: ("standing" | "nurse" | "start")[] = [];
  if (a.standing !== b.standing || a.providerId !== b.providerId) out.push("standing");
  if (a.shiftIds.join("\n") !== b.shiftIds.join("\n")) out.push("nurse");
  const instant = (s: Standing): number | null => (s.start === null ? null : epochSeconds(s.start));
  if (instant(a) !== instant(b)) out.push("start");
  return out;
}

/** Ids and a clock time only, so that it stands in any language. */
function told({ shiftIds, start, providerId }: Standing): string {
  if (start !== null) return `${shiftIds.join(" + ")} ${start.slice(11, 16)}`;
  return providerId ?? "–";
}
