/** Pins that often stand against each other, against hours, skills, breaks, crews and links. */
import type { Problem } from "../../src/contracts/index.js";
import { epochSeconds } from "../../src/domain/instant.js";
import { cheapestPlan } from "./oracle.js";
import { chance, pick, sample, type Source } from "./source.js";

/** Pins most visits, few shifts among them; what the document check would refuse is not avoided. */
export function pinHarshly(problem: Problem, source: Source): void {
  const few = sample(source, problem.shifts, Math.min(problem.shifts.length, source.int(1, 2)));
  for (const visit of problem.visits) {
    delete visit.pin;
    if (!chance(source, 70)) continue;
    const crewSize = visit.crewSize ?? 1;
    const byNurse = new Map(sample(source, few, few.length).map((shift) => [shift.nurseId, shift.id]));
    const shiftIds = [...byNurse.values()].slice(0, crewSize);
    const window = pick(source, visit.windows);
    const first = epochSeconds(window.from);
    const last = epochSeconds(window.to);
    const start = new Date(1000 * source.int(first, last)).toISOString().replace(".000", "");
    visit.pin = pick(source, [
      { shiftIds, start, begun: true },
      { shiftIds, start },
      { start },
      { shiftId: shiftIds[0]! },
      { shiftId: shiftIds[0]! },
    ]);
  }
}

/** Can these pins all hold, those of other visits let go? By brute force. */
export function pinsHold(problem: Problem, visitIds: readonly string[]): boolean {
  const doc = structuredClone(problem);
  delete doc.limits?.changedClients;
  for (const visit of doc.visits) {
    visit.unservedCost = 0;
    if (!visitIds.includes(visit.id)) delete visit.pin;
  }
  for (const shift of doc.shifts) delete shift.useCost;
  for (const provider of doc.providers ?? []) provider.cost = 0;
  const free =
    "travel wait early late worstLate overtime unfamiliar outsideArea language overload use bought";
  doc.weights = Object.fromEntries(
    [...free.split(" "), "moved", "shifted", "unserved"].map((key) => [key, 0]),
  );
  return cheapestPlan(doc) !== null;
}
