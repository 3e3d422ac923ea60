/**
 * Rounds of stored plans, read with what the problem says of shift and visits. One statement
 * answers with one JSON text: a plan of a thousand stops as rows would hold up everybody else's
 * answers while it goes through Prisma.
 */
import type { Round, RoundStop } from "../planning/ports.js";
import type { PrismaClient } from "./generated/client.js";

type StopTuple = [
  shiftId: string,
  nurseId: string,
  departure: number,
  returnedAt: number,
  mode: string,
  startPlaceId: string,
  endPlaceId: string,
  kind: "visit" | "break",
  visitId: string | null,
  breakId: string | null,
  arrival: number | null,
  start: number,
  end: number,
  date: string,
  clientId: string | null,
  typeId: string,
  minutes: number,
  crewSize: number,
  remote: 0 | 1,
  placeId: string,
  placeName: string | null,
  lat: number,
  lon: number,
];

/** Seconds since the epoch out of a column. */
const at = (column: string): string => `unixepoch(${column})`;

const COLUMNS = [
  `r."shiftId"`,
  `r."nurseId"`,
  at(`r."departure"`),
  at(`r."returnedAt"`),
  `s."mode"`,
  `s."startPlaceId"`,
  `s."endPlaceId"`,
  `t."kind"`,
  `t."visitId"`,
  `t."breakId"`,
  at(`t."arrival"`),
  at(`t."start"`),
  at(`t."end"`),
  `t."date"`,
  `v."clientId"`,
  `v."typeId"`,
  `v."minutes"`,
  `v."crewSize"`,
  `v."remote"`,
  `v."placeId"`,
  `v."placeName"`,
  `v."lat"`,
  `v."lon"`,
];

/** Stops in the order of departures, shifts and positions. `filter` narrows them by r and t. */
const statement = (filter: string): string => `
  SELECT json_group_array(json("stop")) AS "list" FROM (
    SELECT json_array(${COLUMNS.join(", ")}) AS "stop"
    FROM "plan_rounds" r
    JOIN "plan_stops" t ON t."planId" = r."planId" AND t."shiftId" = r."shiftId"
    JOIN "shifts" s ON s."problemId" = ? AND s."id" = r."shiftId"
    LEFT JOIN "visits" v ON v."problemId" = s."problemId" AND v."id" = t."visitId"
    WHERE r."planId" = ? ${filter}
    ORDER BY r."departure", r."shiftId", t."position"
  )`;

const WHOLE_PLAN = statement("");
const NURSE_DAY = statement(`AND r."nurseId" = ? AND t."date" = ?`);

const toDate = (seconds: number): Date => new Date(seconds * 1000);

function toStop(tuple: StopTuple): RoundStop {
  const [, , , , , , , kind, visitId, breakId, arrival, start, end, date, clientId, typeId, minutes] = tuple;
  const [crewSize, remote, placeId, placeName, lat, lon] = tuple.slice(17) as [
    number,
    0 | 1,
    string,
    string | null,
    number,
    number,
  ];
  return {
    kind,
    visitId,
    breakId,
    arrival: arrival === null ? null : toDate(arrival),
    start: toDate(start),
    end: toDate(end),
    date,
    visit:
      clientId === null
        ? null
        : {
            clientId,
            typeId,
            minutes,
            crewSize,
            remote: remote === 1,
            place: { id: placeId, name: placeName, lat, lon },
          },
  };
}

/** A plan's rounds by departure; with a nurse and a date only hers and only that date's stops. */
export async function readRounds(
  prisma: PrismaClient,
  plan: { readonly id: string; readonly problemId: string },
  only?: { readonly nurseId: string; readonly date: string },
): Promise<readonly Round[]> {
  const [{ list }] = await (only === undefined
    ? prisma.$queryRawUnsafe<[{ list: string }]>(WHOLE_PLAN, plan.problemId, plan.id)
    : prisma.$queryRawUnsafe<[{ list: string }]>(
        NURSE_DAY,
        plan.problemId,
        plan.id,
        only.nurseId,
        only.date,
      ));
  const rounds: (Round & { stops: RoundStop[] })[] = [];
  for (const tuple of JSON.parse(list) as StopTuple[]) {
    const [shiftId, nurseId, departure, returnedAt, mode, startPlaceId, endPlaceId] = tuple;
    if (rounds.at(-1)?.shiftId !== shiftId) {
      rounds.push({
        shiftId,
        nurseId,
        departure: toDate(departure),
        return: toDate(returnedAt),
        mode,
        startPlaceId,
        endPlaceId,
        stops: [],
      });
    }
    rounds.at(-1)!.stops.push(toStop(tuple));
  }
  return rounds;
}
