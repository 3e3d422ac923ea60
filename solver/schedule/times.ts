/** Clock times of one route in its best timing: departure, starts, breaks, return. */
import { windowsAt, type BreakTransition } from "../model/breaks.js";
import type { Route as PlannedRoute, Stop } from "../model/solution.js";
import { Arena, appendShifted, leastSum, leastSumAt, valueAt } from "./curve.js";
import { bestDeparture, latestReturn, PrefixCurves } from "./departure.js";
import { firstAt } from "./range.js";
import { addReturn } from "./returnPrice.js";
import type { Route } from "./route.js";

const shifted = new Arena();
const end = new Arena();

/** What was chosen on the leg into a position: the break state before it and the step taken, if any. */
interface Choice {
  readonly state: number;
  readonly step: BreakTransition | null;
}

/** The route as planned. The route has at least one visit and a finite cost. */
export function timesOf(route: Route): PlannedRoute {
  const { shift, model, length: n, states: S } = route;
  let arena = route.f;
  let off = route.fOff;
  let steps = shift.transitions;
  if (shift.relative) {
    const curves = new PrefixCurves();
    bestDeparture(route, curves);
    arena = curves.arena;
    off = curves.off;
    steps = curves.steps;
  }
  const chosenDeparture = shift.relative ? arena.t[0] : -Infinity;
  const last = returnChoice(route, arena, off, steps, chosenDeparture);
  const starts = new Float64Array(n + 2);
  const choices: Choice[] = [];
  starts[n + 1] = last.time;
  choices[n + 1] = last.choice;
  let state = last.choice.state;
  let bound = boundBefore(route, n + 1, last.time, last.choice.step);
  for (let p = n; p >= 1; p--) {
    const a = off[p * S + state];
    const z = off[p * S + state + 1];
    const s = Math.min(bound, firstAt(arena, a, z, valueAt(arena, a, z, bound)));
    starts[p] = s;
    const choice = choiceBefore(route, arena, off, steps, p, state, s);
    choices[p] = choice;
    state = choice.state;
    bound = boundBefore(route, p, s, choice.step);
  }
  const departure = shift.relative ? chosenDeparture : bound;
  return {
    shift: shift.index,
    departure,
    return: starts[n + 1],
    stops: stopsOf(route, departure, starts, choices),
  };

  function stopsOf(r: Route, leave: number, at: Float64Array, chosen: readonly Choice[]): Stop[] {
    const breaks = model.data.shifts[r.shift.index].breaks;
    const windows = windowsAt(breaks, leave);
    const stops: Stop[] = [];
    let clock = leave;
    for (let p = 1; p <= n + 1; p++) {
      let free = clock;
      for (const b of chosen[p].step?.order ?? []) {
        const start = Math.max(free, windows[b].from);
        free = start + breaks[b].seconds;
        stops.push({ kind: "break", break: b, start, end: free });
      }
      if (p > n) break;
      const visit = r.seq[p];
      const finish = at[p] + model.seconds[visit];
      stops.push({ kind: "visit", visit, arrival: clock + r.leg[p], start: at[p], end: finish });
      clock = finish;
    }
    return stops;
  }
}

/** Latest start of the stop before position `p`, given the start at `p` and the step on its leg. */
function boundBefore(route: Route, p: number, start: number, step: BreakTransition | null): number {
  const before = p === 1 ? 0 : route.model.seconds[route.seq[p - 1]];
  const bound = start - before - route.leg[p] - (step?.rest ?? 0);
  return step ? Math.min(bound, step.endBy - before) : bound;
}

function returnChoice(
  route: Route,
  arena: Arena,
  off: Int32Array,
  steps: readonly (readonly BreakTransition[])[],
  departure: number,
): { time: number; choice: Choice } {
  const { shift, model, length: n, states: S } = route;
  const before = model.seconds[route.seq[n]];
  const leg = before + route.leg[n + 1];
  let best = Infinity;
  let time = 0;
  let choice: Choice = { state: 0, step: null };
  const consider = (from: number, to: number, step: BreakTransition | null): void => {
    const latest = shift.relative
      ? latestReturn(route, to, departure)
      : shift.endStates[to]
        ? route.end
        : -Infinity;
    const a = off[n * S + from];
    const z = off[n * S + from + 1];
    if (latest === -Infinity || a === z) return;
    end.n = 0;
    addReturn(end, model, shift, to, latest);
    shifted.n = 0;
    appendShifted(
      arena,
      a,
      z,
      shifted,
      leg + (step?.rest ?? 0),
      step?.notBefore ?? -1e12,
      step ? step.endBy - before : 1e12,
    );
    const sum = leastSum(shifted, 0, shifted.n, end, 0, end.n, 0);
    if (sum >= best - 1e-9) return;
    best = sum;
    time = Math.ceil(leastSumAt.time - 1e-6);
    choice = { state: from, step };
  };
  for (let m = 0; m < S; m++) {
    consider(m, m, null);
    for (const step of steps[m]) if (route.stepAllowed(step, n + 1, n)) consider(m, step.to, step);
  }
  return { time, choice };
}

function choiceBefore(
  route: Route,
  arena: Arena,
  off: Int32Array,
  steps: readonly (readonly BreakTransition[])[],
  p: number,
  state: number,
  start: number,
): Choice {
  const { model, length: n, states: S } = route;
  const before = p === 1 ? 0 : model.seconds[route.seq[p - 1]];
  const base = (p - 1) * S;
  const leg = before + route.leg[p];
  let best = valueAt(arena, off[base + state], off[base + state + 1], start - leg);
  let choice: Choice = { state, step: null };
  for (let m = 0; m < state; m++) {
    for (const step of steps[m]) {
      if (step.to !== state || start < step.notBefore || !route.stepAllowed(step, p, n)) continue;
      const value = valueAt(
        arena,
        off[base + m],
        off[base + m + 1],
        Math.min(start - leg - step.rest, step.endBy - before),
      );
      if (value < best - 1e-9) {
        best = value;
        choice = { state: m, step };
      }
    }
  }
  return choice;
}
