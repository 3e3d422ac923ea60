/** Shifts that differ in nothing but their name: empty, one is as good as the other. */
import type { Model } from "./model.js";
import type { Break } from "./problem.js";

/** By shift the first shift that is its twin (often itself). Links between nurses are not looked at. */
export function twinsOf(model: Model): Int32Array {
  const { shiftCount: S } = model;
  const firsts: number[] = [];
  const beside = new Set(model.siblings.flat());
  const out = new Int32Array(S);
  for (let s = 0; s < S; s++) {
    const twin =
      beside.has(s) || model.hasChangedLimit ? -1 : (firsts.find((f) => isTwin(model, f, s)) ?? -1);
    out[s] = twin < 0 ? s : twin;
    if (twin < 0 && !beside.has(s)) firsts.push(s);
  }
  return out;
}

function isTwin(model: Model, a: number, b: number): boolean {
  const { shifts, shiftCount: S, able, assignCost, data } = model;
  const x = shifts[a];
  const y = shifts[b];
  const alike =
    x.from === y.from &&
    x.to === y.to &&
    x.end === y.end &&
    x.startPlace === y.startPlace &&
    x.endPlace === y.endPlace &&
    x.legs === y.legs &&
    x.useCost === y.useCost &&
    x.target === y.target &&
    x.capacity === y.capacity &&
    sameBreaks(data.shifts[a].breaks, data.shifts[b].breaks);
  if (!alike) return false;
  for (let v = 0; v < model.visits; v++)
    if (able[v * S + a] !== able[v * S + b] || assignCost[v * S + a] !== assignCost[v * S + b]) return false;
  return true;
}

function sameBreaks(a: readonly Break[], b: readonly Break[]): boolean {
  return (
    a.length === b.length &&
    a.every(
      (x, i) =>
        x.seconds === b[i].seconds &&
        x.from === b[i].from &&
        x.to === b[i].to &&
        x.afterSeconds === b[i].afterSeconds &&
        x.earliestAfter === b[i].earliestAfter &&
        x.latestAfter === b[i].latestAfter &&
        x.inside === b[i].inside,
    )
  );
}
