/** Stored things as the API shows them. */
import type { z } from "zod";
import { instantWriter } from "../domain/localTime.js";
import type { Round, RoundStop, StoredJob, StoredProblem } from "../planning/ports.js";
import type { jobView, problemSummary, roundView } from "./schemas.js";

export function viewProblem(problem: StoredProblem): z.infer<typeof problemSummary> {
  const self = `/problems/${problem.id}`;
  return {
    id: problem.id,
    digest: problem.digest,
    bytes: problem.size,
    ...problem.facts,
    createdAt: problem.createdAt.toISOString(),
    links: { self, document: `${self}/document`, jobs: `${self}/jobs` },
  };
}

export function viewJob(job: StoredJob): z.infer<typeof jobView> {
  const self = `/jobs/${job.id}`;
  return {
    id: job.id,
    problemId: job.problemId,
    state: job.state,
    options: job.options,
    progress: job.progress,
    attempts: job.attempts,
    cancelRequested: job.cancelRequested,
    planId: job.planId,
    error:
      job.error === null
        ? null
        : {
            code: job.error.code,
            message: job.error.message,
            todo: job.error.todo,
            ...(job.error.faults === undefined ? {} : { faults: [...job.error.faults] }),
          },
    warnings: [...job.warnings],
    createdAt: job.createdAt.toISOString(),
    startedAt: job.startedAt?.toISOString() ?? null,
    finishedAt: job.finishedAt?.toISOString() ?? null,
    links: {
      self,
      problem: `/problems/${job.problemId}`,
      events: `${self}/events`,
      cancel: `${self}/cancel`,
      result: `${self}/result`,
      plan: job.planId === null ? null : `/plans/${job.planId}`,
    },
  };
}

type RoundView = z.infer<typeof roundView>;

function viewStop(stop: RoundStop, at: (instant: Date) => string): RoundView["stops"][number] {
  const times = { start: at(stop.start), end: at(stop.end) };
  if (stop.kind === "break") return { kind: "break", breakId: stop.breakId ?? "", ...times };
  if (stop.visit === null || stop.visitId === null) {
    throw new Error(`visit ${stop.visitId ?? "without id"} of a stored round is not in its problem`);
  }
  const { place, ...visit } = stop.visit;
  return {
    kind: "visit",
    visitId: stop.visitId,
    ...visit,
    place: { ...place },
    arrival: at(stop.arrival ?? stop.start),
    ...times,
  };
}

/** Instants in the time zone given. */
export function viewRounds(rounds: readonly Round[], timeZone: string): RoundView[] {
  const write = instantWriter(timeZone);
  const at = (instant: Date): string => write(Math.floor(instant.getTime() / 1000));
  return rounds.map((round) => ({
    shiftId: round.shiftId,
    nurseId: round.nurseId,
    mode: round.mode,
    departure: at(round.departure),
    return: at(round.return),
    startPlaceId: round.startPlaceId,
    endPlaceId: round.endPlaceId,
    stops: round.stops.map((stop) => viewStop(stop, at)),
  }));
}
