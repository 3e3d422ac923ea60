/** Pins that cannot hold, told before any search where each visit alone shows it. */
import type { Model } from "../model/model.js";

export function pinsConflict(
  model: Model,
): { kind: "pins-conflict"; visits: readonly number[]; why: string } | null {
  const visits: number[] = [];
  const used = new Map<number, number[]>();
  model.data.visits.forEach((visit, v) => {
    const pin = visit.pin;
    if (!pin) return;
    if (pin.provider !== undefined) {
      if (!model.providersOf[v].includes(pin.provider)) visits.push(v);
      used.set(pin.provider, [...(used.get(pin.provider) ?? []), v]);
      return;
    }
    const nurses = new Set(Array.from(model.candidates[v], (s) => model.shifts[s].nurse));
    const all = pin.shifts.every((s) => model.candidates[v].includes(s));
    if (nurses.size < model.crew[v] || !all) visits.push(v);
  });
  for (const [provider, list] of used) if (list.length > model.providerMax[provider]) visits.push(...list);
  if (visits.length === 0) return null;
  return {
    kind: "pins-conflict",
    visits: [...new Set(visits)].sort((a, b) => a - b),
    why: "their pins cannot hold even in an empty plan",
  };
}
