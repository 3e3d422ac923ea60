/**
 * The smallest conflict: facts that together keep a visit out, none of which can be spared.
 * Deletion filtering over exact feasibility (Chinneck and Dravnieks, ORSA J. Computing 3,
 * 1991): all facts in force, each in turn let go, and put back where the visit would then fit.
 */
import { FAR } from "../model/model.js";
import type { Fact } from "./facts.js";
import type { Fit } from "./fit.js";

export interface Conflict {
  /**
   * Whatever else were let go, these facts alone keep the visit out; without any one of them
   * it would fit. Null: the visit fits as it is, or would not with every fact let go.
   */
  readonly facts: readonly Fact[] | null;
  readonly exact: boolean;
  /** False: it was not sought to the end, and facts are null for that. */
  readonly complete: boolean;
}

export const NOT_SOUGHT: Conflict = { facts: null, exact: false, complete: false };

/** Ends a search whose time is over. */
class TimeIsOver extends Error {}

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

/** @param over asked before every question; true ends the search */
export function smallestConflict(
  fit: Fit,
  over: () => boolean = () => false,
  candidates: readonly Fact[] = factsAbout(fit),
): Conflict {
  const fits = (): boolean => {
    if (over()) throw new TimeIsOver();
    return fit.find() !== null;
  };
  try {
    return { facts: sought(fit, fits, candidates), exact: !fit.undecided, complete: true };
  } catch (error) {
    if (error instanceof TimeIsOver) return NOT_SOUGHT;
    throw error;
  } finally {
    for (const fact of candidates) fit.set(fact, 0);
  }
}

function sought(fit: Fit, fits: () => boolean, candidates: readonly Fact[]): readonly Fact[] | null {
  if (fits()) return null;
  for (const fact of candidates) fit.set(fact, 1);
  if (!fits()) return null;
  for (const fact of candidates) fit.set(fact, 0);
  let kept: readonly Fact[] = filter(fit, fits, candidates);
  // A visit taken off can lengthen a way where a detour is shorter: once more until nothing goes.
  for (;;) {
    const again = filter(fit, fits, kept);
    if (again.length === kept.length) return kept;
    kept = again;
  }
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
function filter(fit: Fit, fits: () => boolean, facts: readonly Fact[]): Fact[] {
  return byRound(fit, facts).flatMap((slice) => {
    const byLength = keptOf(fit, fits, slice);
    if (byLength.length < 3) return byLength;
    for (const fact of slice) fit.set(fact, 0);
    const nearest = keptOf(fit, fits, farthestFirst(fit, slice));
    if (nearest.length <= byLength.length) return nearest;
    for (const fact of slice) fit.set(fact, byLength.includes(fact) ? 0 : 1);
    return byLength;
  });
}

/**
 * Another order for one round: its hours and breaks, then visits from those whose windows lie
 * farthest from the windows of the visit asked about, so that the nearest ones stay, with their windows.
 */
function farthestFirst(fit: Fit, slice: readonly Fact[]): Fact[] {
  const { visits } = fit.model.data;
  const own = visits[fit.visit].windows;
  const away = (v: number): number =>
    Math.min(
      ...visits[v].windows.flatMap((w) => own.map((o) => Math.max(0, w.from - o.to, o.from - w.to))),
      FAR,
    );
  const rank = { hours: 0, breaks: 1, link: 2, pin: 3, visit: 4, window: 5, skills: 6, refusals: 6, crew: 6 };
  const apart = new Map(slice.map((fact) => [fact, "visit" in fact ? away(fact.visit) : 0]));
  return slice.toSorted((a, b) => rank[a.kind] - rank[b.kind] || apart.get(b)! - apart.get(a)!);
}

/** What stays of facts that all hold, let go one after the other as far as can be. */
function keptOf(fit: Fit, fits: () => boolean, facts: readonly Fact[]): Fact[] {
  const kept: Fact[] = [];
  const spare = (list: readonly Fact[]): void => {
    for (const fact of list) fit.set(fact, 1);
    if (!fits()) return;
    for (const fact of list) fit.set(fact, 0);
    if (list.length === 1) kept.push(list[0]);
    else {
      spare(list.slice(0, list.length >> 1));
      spare(list.slice(list.length >> 1));
    }
  };
  spare(facts);
  return kept;
}
