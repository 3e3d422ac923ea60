/** Hands for breaking a plan: what to take hold of, and how to move it in time. */
import type { Plan, Problem } from "../../../src/contracts/index.js";
import { toInstant, toSeconds } from "../clock.js";
import { type Source, pick } from "../source.js";

export type PlanRoute = Plan["routes"][number];
export type PlanStop = PlanRoute["stops"][number];
export type VisitStop = Extract<PlanStop, { kind: "visit" }>;
export type BreakStop = Extract<PlanStop, { kind: "break" }>;

/** What a way of breaking gets: a plan of its own to change, the problem, choices. */
export interface Edit {
  readonly plan: Plan;
  readonly problem: Problem;
  readonly source: Source;
}

/** Changes the plan in place; false if this plan has nothing to take hold of. */
export type Break = (edit: Edit) => boolean;

export interface At<Stop> {
  readonly route: PlanRoute;
  readonly index: number;
  readonly stop: Stop;
}

export function anyRoute({ plan, source }: Edit): PlanRoute | undefined {
  return plan.routes.length === 0 ? undefined : pick(source, plan.routes);
}

export function anyVisitStop({ plan, source }: Edit): At<VisitStop> | undefined {
  const found = plan.routes.flatMap((route) =>
    route.stops.flatMap((stop, index) => (stop.kind === "visit" ? [{ route, index, stop }] : [])),
  );
  return found.length === 0 ? undefined : pick(source, found);
}

export function anyBreakStop({ plan, source }: Edit): At<BreakStop> | undefined {
  const found = plan.routes.flatMap((route) =>
    route.stops.flatMap((stop, index) => (stop.kind === "break" ? [{ route, index, stop }] : [])),
  );
  return found.length === 0 ? undefined : pick(source, found);
}

/** Seconds before or after: a second, some minutes, some hours. Never 0. */
export function anyDelta(source: Source): number {
  const size = [1, source.int(2, 59), source.int(1, 30) * 60, source.int(1, 4) * 3600][source.int(0, 3)]!;
  return source.int(0, 1) === 0 ? size : -size;
}

/** The instant moved by seconds, written at another offset now and then. */
export function moved(instant: string, seconds: number): string {
  return toInstant(toSeconds(instant) + seconds, seconds % 7 === 0 ? 0 : 120);
}

export function moveStop(stop: PlanStop, seconds: number): void {
  stop.start = moved(stop.start, seconds);
  stop.end = moved(stop.end, seconds);
  if (stop.kind === "visit") stop.arrival = moved(stop.arrival, seconds);
}
