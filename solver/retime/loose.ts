/**
 * The problem with its time limits turned into prices, for orders that no valid times fit:
 * windows, pinned starts, moved-start limits and the shift's last return may be broken, each
 * second at one price that outweighs all others. What remains hard is what nobody can do:
 * travel, lengths, the shift's start and the breaks.
 */
import { FAR } from "../model/model.js";
import { NO_WAY } from "../model/problem.js";
import { type PartData, PartModel } from "./part.js";

/** Points for each second outside a window or past the last return. */
export const BROKEN_PRICE = 10_000;
/** Nothing is planned further than this from the shifts, seconds. */
const HORIZON = 4 * 86_400;

interface LooseData extends PartData {
  /** Allowed starts by visit, pins and limits in. */
  readonly allowed: readonly (readonly (readonly [number, number])[])[];
}

/** Allowed starts as the strict model has them; a visit without any is held by its pin, or by nothing. */
function allowedStarts(strict: PartModel): [number, number][][] {
  return strict.data.visits.map((visit, v) => {
    const list: [number, number][] = [];
    for (let k = strict.windowStart[v]; k < strict.windowStart[v + 1]; k++)
      list.push([strict.windowFrom[k], strict.windowTo[k]]);
    if (list.length > 0) return list;
    const start = visit.pin?.start;
    return start === undefined ? visit.windows.map((x) => [x.from, x.to]) : [[start, start]];
  });
}

/** Tables made, as long as somebody holds the problem's. */
const opened = new WeakMap<Int32Array, Int32Array>();

/** Legs with ways that do not exist as ones of no length. */
function openLegs(legs: Int32Array): Int32Array {
  const known = opened.get(legs);
  if (known !== undefined) return known;
  const made = legs.map((x) => (x === NO_WAY ? 0 : x));
  opened.set(legs, made);
  return made;
}

function looseData(strict: PartModel): LooseData {
  const { data } = strict;
  let first = FAR;
  let last = -FAR;
  for (const shift of data.shifts) {
    first = Math.min(first, shift.from);
    last = Math.max(last, shift.to);
  }
  const windows = [{ from: first - HORIZON, to: last + HORIZON }];
  return {
    ...data,
    allowed: allowedStarts(strict),
    limits: { changedClients: data.limits.changedClients, movedStart: null },
    modes: data.modes.map((mode) => ({ ...mode, legs: openLegs(mode.legs) })),
    visits: data.visits.map((visit) => {
      const { pin: _, ...rest } = visit;
      return { ...rest, windows };
    }),
    // Past `to` the overtime's own price counts as well; it is small beside the price of a breach.
    shifts: data.shifts.map((shift) => ({
      ...shift,
      to: shift.to + shift.maxOvertime,
      maxOvertime: HORIZON,
      breaks: shift.breaks.map((rest) => ({ ...rest, inside: false })),
    })),
    weights: { ...data.weights, overtime: BROKEN_PRICE },
  };
}

/** Seconds from `t` to the nearest allowed start. */
function outside(allowed: readonly (readonly [number, number])[], t: number): number {
  let least = allowed.length === 0 ? 0 : FAR;
  for (const [from, to] of allowed) least = Math.min(least, Math.max(0, from - t, t - to));
  return least;
}

export class LooseModel extends PartModel {
  constructor(strict: PartModel) {
    super(looseData(strict));
  }

  private get allowed(): LooseData["allowed"] {
    return (this.data as LooseData).allowed;
  }

  protected override kinks(v: number): number[] {
    const list = this.allowed[v];
    const middles = list.slice(1).map(([from], i) => Math.floor((list[i][1] + from) / 2));
    return [...super.kinks(v), ...list.flat(), ...middles, ...middles.map((x) => x + 1)];
  }

  override startPrice(v: number, t: number): number {
    return super.startPrice(v, t) + BROKEN_PRICE * outside(this.allowed[v], t);
  }
}
