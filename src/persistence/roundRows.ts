/** Rounds of stored plans, read with what the problem says of shift and visits. */
import type { Round, RoundStop } from "../planning/ports.js";
import type { PlanRound, PlanStop, PrismaClient, Shift, Visit } from "./generated/client.js";

function toStop(stop: PlanStop, visits: ReadonlyMap<string, Visit>): RoundStop {
  const visit = stop.visitId === null ? undefined : visits.get(stop.visitId);
  return {
    kind: stop.kind === "break" ? "break" : "visit",
    visitId: stop.visitId,
    breakId: stop.breakId,
    arrival: stop.arrival,
    start: stop.start,
    end: stop.end,
    date: stop.date,
    visit:
      visit === undefined
        ? null
        : {
            clientId: visit.clientId,
            typeId: visit.typeId,
            minutes: visit.minutes,
            crewSize: visit.crewSize,
            remote: visit.remote,
            place: { id: visit.placeId, name: visit.placeName, lat: visit.lat, lon: visit.lon },
          },
  };
}

function toRound(
  round: PlanRound & { readonly stops: readonly PlanStop[] },
  shifts: ReadonlyMap<string, Shift>,
  visits: ReadonlyMap<string, Visit>,
): Round {
  const shift = shifts.get(round.shiftId);
  if (shift === undefined) throw new Error(`shift ${round.shiftId} of plan ${round.planId} is not stored`);
  return {
    shiftId: round.shiftId,
    nurseId: round.nurseId,
    departure: round.departure,
    return: round.returnedAt,
    mode: shift.mode,
    startPlaceId: shift.startPlaceId,
    endPlaceId: shift.endPlaceId,
    stops: round.stops.map((stop) => toStop(stop, visits)),
  };
}

/** A plan's rounds by departure; with a nurse and a date only hers and only that date's stops. */
export async function readRounds(
  prisma: PrismaClient,
  plan: { readonly id: string; readonly problemId: string },
  only?: { readonly nurseId: string; readonly date: string },
): Promise<readonly Round[]> {
  const rows = await prisma.planRound.findMany({
    where: { planId: plan.id, ...(only === undefined ? {} : { nurseId: only.nurseId }) },
    include: {
      stops: {
        where: only === undefined ? {} : { date: only.date },
        orderBy: { position: "asc" },
      },
    },
    orderBy: [{ departure: "asc" }, { shiftId: "asc" }],
  });
  const rounds = only === undefined ? rows : rows.filter((round) => round.stops.length > 0);
  const { problemId } = plan;
  // A whole plan reads all visits of its problem: a list of a thousand ids would not fit a statement.
  const visitFilter =
    only === undefined
      ? {}
      : {
          id: {
            in: rounds.flatMap((round) =>
              round.stops.flatMap((stop) => (stop.visitId === null ? [] : [stop.visitId])),
            ),
          },
        };
  const shiftFilter = only === undefined ? {} : { id: { in: rounds.map((round) => round.shiftId) } };
  const [shifts, visits] = await Promise.all([
    prisma.shift.findMany({ where: { problemId, ...shiftFilter } }),
    prisma.visit.findMany({ where: { problemId, ...visitFilter } }),
  ]);
  const shiftById = new Map(shifts.map((shift) => [shift.id, shift]));
  const visitById = new Map(visits.map((visit) => [visit.id, visit]));
  return rounds.map((round) => toRound(round, shiftById, visitById));
}
