/** same-nurse and different-nurse links while a visit looks for a place. */
import type { State } from "../state.js";

/** May `nurse` take visit `v`, as far as served visits linked to it say? */
export function nursesAllow(state: State, v: number, nurse: number): boolean {
  const { model } = state;
  for (const i of model.nurseLinksOf[v]) {
    const link = model.nurseLinks[i];
    const other = link.a === v ? link.b : link.a;
    if (state.where[other] < 0) continue;
    const shared = state.shiftsOf(other).some((s) => model.shifts[s].nurse === nurse);
    if (link.kind === "different-nurse" ? shared : !shared && model.crew[v] === 1) return false;
  }
  return true;
}

/** For a crew: do its nurses together keep the same-nurse links? */
export function crewAllows(state: State, v: number, shifts: readonly number[]): boolean {
  const { model } = state;
  for (const i of model.nurseLinksOf[v]) {
    const link = model.nurseLinks[i];
    const other = link.a === v ? link.b : link.a;
    if (link.kind !== "same-nurse" || state.where[other] < 0) continue;
    const theirs = state.shiftsOf(other).map((s) => model.shifts[s].nurse);
    if (!shifts.some((s) => theirs.includes(model.shifts[s].nurse))) return false;
  }
  return true;
}
