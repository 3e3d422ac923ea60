/** The rounds of a plan as lines on a map. */
import type { Plan, Problem } from "../../contracts/index.js";
import type { Line, Point, Way, WayFinder } from "./ports.js";

export interface LegLine {
  readonly fromPlaceId: string;
  readonly toPlaceId: string;
  /** The visit it leads to; null: the end of the round. */
  readonly visitId: string | null;
  /** `straight`: no road is known, and the line says nothing of the way taken. */
  readonly kind: "road" | "straight";
  readonly line: Line;
}

export interface RoundLines {
  readonly shiftId: string;
  readonly nurseId: string;
  readonly mode: string;
  readonly legs: readonly LegLine[];
}

interface Leg extends Omit<LegLine, "kind" | "line"> {
  readonly way: Way;
}

/** Legs within one place, and to remote visits, are left out: nobody moves. */
export async function planGeometry(problem: Problem, plan: Plan, finder: WayFinder): Promise<RoundLines[]> {
  const points = new Map(problem.places.map(({ id, lat, lon }): [string, Point] => [id, [lon, lat]]));
  const shifts = new Map(problem.shifts.map((shift) => [shift.id, shift]));
  const visits = new Map(problem.visits.map((visit) => [visit.id, visit]));
  const places = new Map(problem.clients.map(({ id, placeId }) => [id, placeId]));
  const rounds = plan.routes.flatMap((route) => {
    const shift = shifts.get(route.shiftId);
    if (shift === undefined) return [];
    const legs: Leg[] = [];
    let here = shift.startPlaceId;
    const go = (to: string | undefined, visitId: string | null): void => {
      const from = points.get(here);
      const there = to === undefined ? undefined : points.get(to);
      if (to === undefined || from === undefined || there === undefined || to === here) return;
      legs.push({ fromPlaceId: here, toPlaceId: to, visitId, way: { from, to: there } });
      here = to;
    };
    for (const stop of route.stops) {
      if (stop.kind === "break") continue;
      const visit = visits.get(stop.visitId);
      if (visit !== undefined && visit.remote !== true) go(places.get(visit.clientId), stop.visitId);
    }
    go(shift.endPlaceId, null);
    return [{ shiftId: shift.id, nurseId: shift.nurseId, mode: shift.mode, legs }];
  });
  const lines = await byMode(rounds, finder);
  return rounds.map(({ legs, ...round }) => ({
    ...round,
    legs: legs.map(({ way, ...leg }) => {
      const line = lines.get(round.mode)?.get(way) ?? null;
      return line === null
        ? { ...leg, kind: "straight" as const, line: [way.from, way.to] }
        : { ...leg, kind: "road" as const, line };
    }),
  }));
}

async function byMode(
  rounds: readonly { readonly mode: string; readonly legs: readonly Leg[] }[],
  finder: WayFinder,
): Promise<ReadonlyMap<string, ReadonlyMap<Way, Line | null>>> {
  const modes = [...new Set(rounds.map(({ mode }) => mode))];
  const found = await Promise.all(
    modes.map(async (mode) => {
      const ways = rounds.flatMap((round) => (round.mode === mode ? round.legs.map(({ way }) => way) : []));
      const lines = await finder.lines(mode, ways);
      return [mode, new Map(ways.map((way, i) => [way, lines[i] ?? null]))] as const;
    }),
  );
  return new Map(found);
}
