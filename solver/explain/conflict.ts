/**
 * The smallest conflict: facts that together keep a visit out, none of which can be spared.
 * Deletion filtering over exact feasibility (Chinneck and Dravnieks, ORSA J. Computing 3,
 * 1991): all facts in force, each in turn let go, and put back where the visit would then fit.
 */
import type { Fact } from "./facts.js";
import type { Fit } from "./fit.js";

export interface Conflict {
  /**
   * Whatever else were let go, these facts alone keep the visit out; without any one of them
   * it would fit. Null: the visit fits as it is, or would not with every fact let go.
   */
  readonly facts: readonly Fact[] | null;
  readonly exact: boolean;
}

/**
 * Facts that could keep the visit out, those tried first that are best left out of an answer: links,
 * then round by round, so that one question after the other concerns the same round.
 */
export function factsAbout(fit: Fit): Fact[] {
  const { model, visit } = fit;
  const d = model.data;
  const out: Fact[] = d.links.map((_, link): Fact => ({ kind: "link", link }));
  const seen = new Set<number>();
  fit.orders.sequences.forEach((sequence, s) => {
    const on = sequence.filter((u) => !seen.has(u));
    for (const u of on) seen.add(u);
    for (const u of on) out.push({ kind: "window", visit: u });
    for (const u of on) if (d.visits[u].pin?.start !== undefined) out.push({ kind: "pin", visit: u });
    if (d.shifts[s].breaks.length > 0) out.push({ kind: "breaks", shift: s });
    // The shortest visits first: what remains names the longest.
    const byLength = [...on].sort((a, b) => model.seconds[a] - model.seconds[b] || a - b);
    for (const u of byLength) out.push({ kind: "visit", visit: u });
    out.push({ kind: "hours", shift: s });
  });
  const own = d.visits[visit];
  if (own.pin) out.push({ kind: "pin", visit });
  if (d.clients[own.client].refused.length > 0) out.push({ kind: "refusals", visit });
  if (own.crewSize > 1) out.push({ kind: "crew", visit });
  out.push({ kind: "window", visit });
  if (own.requires.length > 0 || own.requiresAnyOf.length > 0) out.push({ kind: "skills", visit });
  return out;
}

export function smallestConflict(fit: Fit, candidates: readonly Fact[] = factsAbout(fit)): Conflict {
  const fits = (): boolean => fit.find() !== null;
  if (fits()) return { facts: null, exact: !fit.undecided };
  for (const fact of candidates) fit.set(fact, 1);
  const hopeless = !fits();
  for (const fact of candidates) fit.set(fact, 0);
  if (hopeless) return { facts: null, exact: !fit.undecided };
  let kept: readonly Fact[] = filter(fit, candidates);
  // A visit taken off can lengthen a way where a detour is shorter: once more until nothing goes.
  for (;;) {
    const again = filter(fit, kept);
    if (again.length === kept.length) break;
    kept = again;
  }
  for (const fact of candidates) fit.set(fact, 0);
  return { facts: kept, exact: !fit.undecided };
}

/** So many facts are let go at once; where that is too much, halves of them. */
const TOGETHER = 32;

/** Facts of one round at a time: letting all of them go seldom matters where the nurse could not come anyway. */
function byRound(fit: Fit, facts: readonly Fact[]): Fact[][] {
  const home = new Map<number, number>();
  fit.orders.sequences.forEach((sequence, s) => {
    for (const u of sequence) if (!home.has(u)) home.set(u, s);
  });
  const roundOf = (fact: Fact): number => {
    if (fact.kind === "hours" || fact.kind === "breaks") return fact.shift;
    return fact.kind === "link" ? -1 : (home.get(fact.visit) ?? -2);
  };
  const out: Fact[][] = [];
  let last: number | null = null;
  for (const fact of facts) {
    const round = roundOf(fact);
    const own = round === -2;
    const slice = out[out.length - 1];
    if (slice === undefined || own || round !== last || slice.length === TOGETHER) out.push([fact]);
    else slice.push(fact);
    last = round;
  }
  return out;
}

/** Leaves the facts that go released; those that stay are in force. */
function filter(fit: Fit, facts: readonly Fact[]): Fact[] {
  const kept: Fact[] = [];
  const spare = (list: readonly Fact[]): void => {
    for (const fact of list) fit.set(fact, 1);
    if (fit.find() === null) return;
    for (const fact of list) fit.set(fact, 0);
    if (list.length === 1) kept.push(list[0]);
    else {
      spare(list.slice(0, list.length >> 1));
      spare(list.slice(list.length >> 1));
    }
  };
  for (const slice of byRound(fit, facts)) spare(slice);
  return kept;
}
