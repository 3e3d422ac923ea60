/** A nurse's day with all that her phone shows of it. */
import type { NurseDay as NurseDayView, NurseRound } from "../../contracts/nurseDay.js";
import { instantWriter } from "../../domain/localTime.js";
import type { NurseDay, Round, RoundStop } from "../ports.js";
import type { AskedVisit, PhoneStore, VisitBackground } from "./ports.js";

const NOTHING: VisitBackground = {
  clientName: null,
  languages: [],
  typeName: null,
  tasks: [],
  crew: [],
  accessNotes: [],
};

/** The visits of some rounds, as the store asks for them. */
export function askedVisits(rounds: readonly Round[]): readonly AskedVisit[] {
  return rounds.flatMap(({ stops }) =>
    stops.flatMap(({ visitId, visit }) =>
      visitId === null || visit === null
        ? []
        : [{ visitId, clientId: visit.clientId, typeId: visit.typeId, placeId: visit.place.id }],
    ),
  );
}

function viewStop(
  stop: RoundStop,
  backgrounds: ReadonlyMap<string, VisitBackground>,
  at: (instant: Date) => string,
): NurseRound["stops"][number] {
  const times = { start: at(stop.start), end: at(stop.end) };
  if (stop.kind === "break") return { kind: "break", breakId: stop.breakId ?? "", ...times };
  if (stop.visit === null || stop.visitId === null)
    throw new Error(`visit ${stop.visitId ?? "without id"} of a stored round is not in its problem`);
  const { clientName, languages, typeName, tasks, crew, accessNotes } =
    backgrounds.get(stop.visitId) ?? NOTHING;
  return {
    kind: "visit",
    visitId: stop.visitId,
    ...stop.visit,
    place: { ...stop.visit.place },
    client: { name: clientName, languages: [...languages] },
    typeName: typeName === null ? null : { ...typeName },
    tasks: [...tasks],
    crew: crew.map((nurse) => ({ ...nurse })),
    hasNotes: accessNotes.length > 0,
    arrival: at(stop.arrival ?? stop.start),
    ...times,
  };
}

/** Instants in the time zone of the date's plan. */
export async function viewNurseDay(
  store: PhoneStore,
  nurseId: string,
  date: string,
  day: NurseDay,
): Promise<NurseDayView> {
  const visits = askedVisits(day.rounds);
  const backgrounds = await store.listBackgrounds(nurseId, day.planIds, visits);
  const write = instantWriter(day.timeZone);
  const at = (instant: Date): string => write(Math.floor(instant.getTime() / 1000));
  return {
    nurseId,
    date,
    timeZone: day.timeZone,
    planId: day.planId,
    rounds: day.rounds.map((round) => ({
      shiftId: round.shiftId,
      nurseId: round.nurseId,
      mode: round.mode,
      departure: at(round.departure),
      return: at(round.return),
      startPlaceId: round.startPlaceId,
      endPlaceId: round.endPlaceId,
      stops: round.stops.map((stop) => viewStop(stop, backgrounds, at)),
    })),
  };
}
