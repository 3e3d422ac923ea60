/**
 * Hand edits of a day that nobody sees, before somebody waits for one: the first edits of a process take
 * several times as long as later ones, since their code is compiled as it runs.
 */
import { PLAN_FORMAT, type Problem } from "../../contracts/index.js";
import { planRecords } from "../records.js";
import { type EditedDay, editPlan } from "./editPlan.js";
import { keyFigures } from "./figures.js";
import { findPlaces } from "./findPlaces.js";
import { whatEdited } from "./whatEdited.js";

/** By then edits take no longer than later ones do. */
const EDITS = 60;

function emptyDay(problem: Problem): EditedDay {
  const unserved = problem.visits.map(({ id }) => ({ visitId: id, reasons: [] }));
  return { problem, plan: { format: PLAN_FORMAT, routes: [], unserved }, pins: {} };
}

/** Every visit on some shift, by the hour: rounds that are bound to each other and mostly too tight, as edits find them. */
function fullDay(problem: Problem): EditedDay {
  const { shifts } = problem;
  const first = ({ windows }: Problem["visits"][number]): string => windows[0]?.from ?? "";
  const byHour = problem.visits.toSorted((a, b) => (first(a) < first(b) ? -1 : 1));
  const moves = byHour.flatMap(({ id, crewSize = 1 }, at) =>
    Array.from({ length: Math.min(crewSize, shifts.length) }, (_, more) => ({
      kind: "move" as const,
      visitId: id,
      shiftId: shifts[(at + more) % shifts.length]!.id,
    })),
  );
  const empty = emptyDay(problem);
  return { ...empty, plan: editPlan(empty, moves).plan };
}

/**
 * @param problem with travel times
 * @param pause after each edit; false: enough, the rest is left out
 */
export async function rehearse(problem: Problem, pause: () => Promise<boolean>): Promise<void> {
  const visits = problem.visits.filter(({ crewSize }) => (crewSize ?? 1) === 1);
  if (visits.length === 0 || problem.shifts.length === 0) return;
  let day = fullDay(problem);
  for (let at = 0; at < EDITS && (await pause()); at++) {
    const visitId = visits[(at * 7) % visits.length]!.id;
    const shiftId = problem.shifts[(at * 3) % problem.shifts.length]!.id;
    const edited = editPlan(day, [
      { kind: "move", visitId, shiftId, ...(at % 2 === 0 ? { position: 0 } : {}) },
    ]);
    JSON.stringify([whatEdited(day, edited), edited.verdict, edited.plan]);
    keyFigures(problem, edited.plan);
    planRecords(problem, edited.plan);
    if (at % 6 === 0) findPlaces(day, visitId, 5);
    day = { ...day, plan: edited.plan };
  }
}
