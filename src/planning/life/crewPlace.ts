/** One of a crew moves and the others stay: the visit as one nurse's, at the start that the others keep. */
import type { Plan, PlanRoute, Problem } from "../../contracts/index.js";

export interface CrewMember {
  readonly problem: Problem;
  readonly plan: Plan;
  /** Nurses who are in the crew already. */
  readonly others: ReadonlySet<string>;
}

const startIn = (route: PlanRoute, visitId: string): string | undefined => {
  const stop = route.stops.find((one) => one.kind === "visit" && one.visitId === visitId);
  return stop?.kind === "visit" ? stop.start : undefined;
};

/**
 * The others' part becomes visits of their own, pinned to their shift and start. A visit whose crew is
 * not whole may get one more.
 *
 * @param visitId a visit of two nurses or more
 * @param fromShiftId whose place is given up; absent: the first one's, or the one that is lacking
 * @returns null where nobody of the crew would stay: there is no start to keep
 */
export function crewMember(
  { problem, plan }: { readonly problem: Problem; readonly plan: Plan },
  visitId: string,
  fromShiftId?: string,
): CrewMember | null {
  const visit = problem.visits.find(({ id }) => id === visitId);
  const rounds = plan.routes.flatMap((route) => {
    const start = startIn(route, visitId);
    return start === undefined ? [] : [{ shiftId: route.shiftId, start }];
  });
  const whole = rounds.length >= (visit?.crewSize ?? 1);
  const leaving = fromShiftId ?? (whole ? rounds[0]?.shiftId : undefined);
  const staying = rounds.filter(({ shiftId }) => shiftId !== leaving);
  const [first] = staying;
  if (visit === undefined || first === undefined) return null;
  const { pin: _, ...free } = visit;
  const { start } = first;
  const standIn = (shiftId: string): string => `${visitId} ${shiftId}`;
  const stays = new Set(staying.map(({ shiftId }) => shiftId));
  return {
    problem: {
      ...problem,
      visits: [
        ...problem.visits.map((one) =>
          one.id === visitId ? { ...free, crewSize: 1, windows: [{ from: start, to: start }] } : one,
        ),
        ...staying.map(({ shiftId }) => ({
          ...free,
          id: standIn(shiftId),
          crewSize: 1,
          pin: { shiftId, start },
        })),
      ],
    },
    plan: {
      ...plan,
      routes: plan.routes.map((route) =>
        stays.has(route.shiftId)
          ? {
              ...route,
              stops: route.stops.map((stop) =>
                stop.kind === "visit" && stop.visitId === visitId
                  ? { ...stop, visitId: standIn(route.shiftId) }
                  : stop,
              ),
            }
          : route,
      ),
    },
    others: new Set(problem.shifts.flatMap(({ id, nurseId }) => (stays.has(id) ? [nurseId] : []))),
  };
}
