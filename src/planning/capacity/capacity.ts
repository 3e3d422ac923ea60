/**
 * Need against supply before anything is solved. A shortage is claimed only where it is certain:
 * the visits of a group take more of a stretch of time, whenever they start, than its nurses have.
 * Travel is left out, so that a day without a shortage may still have no plan that serves all.
 */
import type { Problem } from "../../contracts/problemSchema.js";
import { epochSeconds } from "../../domain/instant.js";
import { abilityOf, type NeedGroup } from "./able.js";
import { certainNeed, needsOfVisits, spreadNeed, type VisitNeed } from "./need.js";
import { hoursByNurse, type NurseHours, overlapOf, suppliesOf } from "./supply.js";

export const SLOT_SECONDS = 1800;
/** Longest stretch that is looked at: a day. */
const LONGEST = 48;

export interface CapacitySlot {
  /** Seconds since the epoch; half an hour. */
  readonly from: number;
  /** Nurses' minutes, visits spread evenly over their windows. */
  readonly expectedMinutes: number;
  /** Nurses' minutes that the visits take whenever they start. */
  readonly certainMinutes: number;
  /** Nurses' minutes on shift, breaks that must fall here left out, overtime included. */
  readonly supplyMinutes: number;
}

export interface Shortage {
  readonly skills: readonly string[];
  /** Seconds since the epoch, `to` excluded. */
  readonly from: number;
  readonly to: number;
  readonly needMinutes: number;
  readonly supplyMinutes: number;
  readonly visitIds: readonly string[];
}

export interface SkillCapacity {
  /** Skills all needed, alternatives as `a|b`; empty: everything together. */
  readonly skills: readonly string[];
  readonly nurses: number;
  readonly visits: number;
  readonly slots: readonly CapacitySlot[];
  /** The half hour with most expected need for its supply; null: nothing is needed. */
  readonly peak: CapacitySlot | null;
}

export interface Capacity {
  readonly groups: readonly SkillCapacity[];
  /** Certain ones, the greatest first; of a group, none that overlap. */
  readonly shortages: readonly Shortage[];
}

/** With the zone that its instants are told in. */
export interface ReadCapacity extends Capacity {
  readonly timeZone: string;
}

interface Group {
  readonly skills: readonly string[];
  readonly nurses: number;
  readonly needs: readonly VisitNeed[];
  readonly supply: (from: number, to: number) => number;
  /** No more than `supply` between two bounds of the grid by their positions; much quicker. */
  readonly supplyAtLeast: (at: number, end: number) => number;
}

/**
 * Hours of the nurses less every break that might touch the stretch, by sums up to each bound
 * of the grid.
 */
function leastSupply(nurses: readonly NurseHours[], grid: readonly number[]): Group["supplyAtLeast"] {
  const worked = grid.map(() => 0);
  const begun = grid.map(() => 0);
  const ended = grid.map(() => 0);
  for (const { hours, breaks } of nurses) {
    for (const [at, bound] of grid.entries()) {
      for (const stretch of hours) worked[at]! += overlapOf(stretch, -Infinity, bound);
      for (const { from, to, seconds } of breaks) {
        if (from < bound) begun[at]! += seconds;
        if (to <= bound) ended[at]! += seconds;
      }
    }
  }
  return (at, end) => worked[end]! - worked[at]! - (begun[end]! - ended[at]!);
}

/** A whole number of minutes that claims no more than there is. */
function downMinutes(seconds: number): number {
  return Math.floor(seconds / 60);
}

function upMinutes(seconds: number): number {
  return Math.ceil(seconds / 60);
}

/** The bounds of the half hours that visits and shifts touch; empty: there are none. */
function gridOf(problem: Problem, needs: readonly VisitNeed[], shiftSpan: readonly number[]): number[] {
  const instants = [
    ...shiftSpan,
    ...needs.flatMap(({ starts, seconds }) =>
      // Far windows mean any time; only those near the shifts are drawn.
      starts.flatMap(({ first, last }) => [first, last + seconds]),
    ),
  ];
  if (instants.length === 0) return [];
  const [low, high] = reach(problem.shifts.length > 0 ? shiftSpan : instants, instants);
  const first = Math.floor(low / SLOT_SECONDS) * SLOT_SECONDS;
  const count = Math.ceil((high - first) / SLOT_SECONDS);
  return Array.from({ length: count + 1 }, (_, at) => first + at * SLOT_SECONDS);
}

const DAY = 86_400;

/** From the first to the last instant that is no further than a day from the core. */
function reach(core: readonly number[], all: readonly number[]): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const at of core) [low, high] = [Math.min(low, at), Math.max(high, at)];
  let [first, last] = [low, high];
  for (const at of all) {
    if (at < first && at >= low - DAY) first = at;
    if (at > last && at <= high + DAY) last = at;
  }
  return [first, last];
}

/**
 * What of the need a provider cannot take over: at best it takes the visits that need most.
 *
 * @param most visits that providers take in all; Infinity: no limit
 */
function notBought(
  parts: readonly { readonly need: number; readonly buyable: boolean }[],
  most: number,
): number {
  const total = parts.reduce((sum, { need }) => sum + need, 0);
  const best = parts.filter(({ buyable }) => buyable).map(({ need }) => need);
  if (best.length === 0) return total;
  const taken = best.length <= most ? best : best.toSorted((a, b) => b - a).slice(0, most);
  return total - taken.reduce((sum, need) => sum + need, 0);
}

function shortagesOf(group: Group, grid: readonly number[], most: number): Shortage[] {
  const found: { readonly shortage: Shortage; readonly missing: number; readonly length: number }[] = [];
  // It takes something for certain only of a stretch that its earliest end and its latest start lie in.
  const reaching = group.needs.map((one) => ({
    one,
    ends: Math.min(...one.starts.map(({ first }) => first + one.seconds)),
    begins: Math.max(...one.starts.map(({ last }) => last)),
  }));
  // A visit whose starts are spread wide takes nothing for certain of any stretch of a day.
  for (let at = 0; at < grid.length - 1; at++) {
    const from = grid[at]!;
    const until = grid[Math.min(grid.length - 1, at + LONGEST)]!;
    const near = reaching.filter(({ ends, begins }) => ends > from && begins < until);
    for (let end = at + 1; end < grid.length && end - at <= LONGEST; end++) {
      const to = grid[end]!;
      const parts: { need: number; buyable: boolean; id: string }[] = [];
      for (const { one, begins } of near) {
        if (begins >= to) continue;
        const need = certainNeed(one, from, to);
        if (need > 0) parts.push({ need, buyable: one.buyable, id: one.visit.id });
      }
      const need = notBought(parts, most);
      if (need <= Math.max(0, group.supplyAtLeast(at, end))) continue;
      const supply = group.supply(from, to);
      if (need <= supply) continue;
      const shortage: Shortage = {
        skills: group.skills,
        from,
        to,
        needMinutes: upMinutes(need),
        supplyMinutes: downMinutes(supply),
        visitIds: parts.map(({ id }) => id),
      };
      found.push({ shortage, missing: need - supply, length: end - at });
    }
  }
  const chosen: typeof found = [];
  const byMissing = found.toSorted(
    (a, b) => b.missing - a.missing || a.length - b.length || a.shortage.from - b.shortage.from,
  );
  for (const one of byMissing) {
    const { from, to } = one.shortage;
    if (chosen.every(({ shortage: other }) => to <= other.from || other.to <= from)) chosen.push(one);
  }
  return chosen.map(({ shortage }) => shortage);
}

/** The same visits short of the same nurses at the same time are told once, in the words of the first group. */
function withoutRepeats(shortages: readonly Shortage[]): Shortage[] {
  const told = new Set<string>();
  return shortages.filter(({ from, to, needMinutes, supplyMinutes, visitIds }) => {
    const key = JSON.stringify([from, to, needMinutes, supplyMinutes, visitIds]);
    return !told.has(key) && told.add(key);
  });
}

function slotsOf(group: Group, grid: readonly number[]): CapacitySlot[] {
  return grid.slice(0, -1).map((from, at) => {
    const to = grid[at + 1]!;
    const sum = (of: typeof certainNeed): number =>
      group.needs.reduce((total, need) => total + of(need, from, to), 0);
    return {
      from,
      expectedMinutes: Math.round(sum(spreadNeed) / 60),
      certainMinutes: downMinutes(sum(certainNeed)),
      supplyMinutes: downMinutes(group.supply(from, to)),
    };
  });
}

function peakOf(slots: readonly CapacitySlot[]): CapacitySlot | null {
  let peak: CapacitySlot | null = null;
  const load = ({ expectedMinutes, supplyMinutes }: CapacitySlot): number =>
    expectedMinutes / (supplyMinutes + 1);
  for (const slot of slots) {
    if (slot.expectedMinutes > 0 && (peak === null || load(slot) > load(peak))) peak = slot;
  }
  return peak;
}

/** Need and supply of a problem that parseProblem has accepted; travel times are not looked at. */
export function capacityOf(problem: Problem): Capacity {
  const ability = abilityOf(problem);
  const supplies = suppliesOf(problem);
  const hours = hoursByNurse(problem);
  const needs = needsOfVisits(problem);
  const able = new Map(needs.map((need) => [need, ability.able(need.visit)]));
  const shiftSpan = problem.shifts.flatMap((shift) => [shift.from, shift.to]).map(epochSeconds);
  const grid = gridOf(problem, needs, shiftSpan);
  const most = (problem.providers ?? []).reduce((sum, { maxVisits }) => sum + (maxVisits ?? Infinity), 0);
  /** Whoever can make such a visit is of the group: it takes of the group's time and of no other. */
  const belongs = (need: VisitNeed, group: NeedGroup): boolean => {
    const who = able.get(need)!;
    if (who.size === 0) return group.skills.length === 0 || group === ability.groupOf(need.visit);
    return [...who].every((id) => group.nurseIds.has(id));
  };
  const groups = ability.groups.map((group): Group => ({
    skills: group.skills,
    nurses: group.nurseIds.size,
    needs: needs.filter((need) => belongs(need, group)),
    supplyAtLeast: leastSupply(
      [...group.nurseIds].flatMap((id) => hours.get(id) ?? []),
      grid,
    ),
    supply: (from, to) => {
      let sum = 0;
      for (const id of group.nurseIds) sum += supplies.get(id)?.(from, to) ?? 0;
      return sum;
    },
  }));
  return {
    groups: groups
      .filter((group) => group.needs.length > 0 || group.skills.length === 0)
      .map((group): SkillCapacity => {
        const slots = slotsOf(group, grid);
        return {
          skills: group.skills,
          nurses: group.nurses,
          visits: group.needs.length,
          slots,
          peak: peakOf(slots),
        };
      }),
    shortages: withoutRepeats(groups.flatMap((group) => shortagesOf(group, grid, most))).toSorted(
      (a, b) => b.needMinutes - b.supplyMinutes - (a.needMinutes - a.supplyMinutes) || a.from - b.from,
    ),
  };
}
