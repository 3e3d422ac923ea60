/** Which rule keeps each shift from a visit, were the visit the only one of the day. */
import { NO_LEG, type Model } from "../model/model.js";
import { Fit } from "./fit.js";

export type BarrierRule = "skill" | "refused" | "pin" | "way" | "hours" | "break";

export interface Barrier {
  readonly shift: number;
  readonly rule: BarrierRule;
  /** Skills that the nurse lacks, as indices; of a group of which one is enough, all. */
  readonly skills: readonly number[];
}

export function barriersOf(model: Model, v: number): Barrier[] {
  const fit = new Fit(model, { sequences: model.shifts.map(() => []) }, v);
  const out: Barrier[] = [];
  for (const s of model.shifts.keys()) {
    if (fit.seatsOn(s).length > 0) continue;
    out.push({ shift: s, ...ruleOf(model, fit, v, s) });
  }
  return out;
}

function ruleOf(model: Model, fit: Fit, v: number, s: number): Omit<Barrier, "shift"> {
  const d = model.data;
  const visit = d.visits[v];
  const shift = model.shifts[s];
  if (!fit.able(s)) {
    const have = d.nurses[shift.nurse].skills;
    const lacks = visit.requires.filter((k) => !have.includes(k));
    for (const group of visit.requiresAnyOf)
      if (group.length > 0 && !group.some((k) => have.includes(k))) lacks.push(...group);
    if (lacks.length > 0 && !visit.pin?.begun) return { rule: "skill", skills: [...new Set(lacks)] };
    if (d.clients[visit.client].refused.includes(shift.nurse)) return { rule: "refused", skills: [] };
    return { rule: "pin", skills: [] };
  }
  const out = model.remote[v] ? 0 : shift.legs[shift.startPlace * model.places + model.place[v]];
  const back = model.remote[v] ? 0 : shift.legs[model.place[v] * model.places + shift.endPlace];
  if (out >= NO_LEG || back >= NO_LEG) return { rule: "way", skills: [] };
  fit.set({ kind: "breaks", shift: s }, 1);
  const withoutBreaks = fit.seatsOn(s).length > 0;
  fit.set({ kind: "breaks", shift: s }, 0);
  return { rule: withoutBreaks ? "break" : "hours", skills: [] };
}
