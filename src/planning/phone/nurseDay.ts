/** A nurse's day with all that her phone shows of it. */
import type { NurseDay as NurseDayView, NurseRound } from "../../contracts/nurseDay.js";
import { instantWriter } from "../../domain/localTime.js";
import type { NurseDay, Round, RoundStop } from "../ports.js";
import { NOTHING_TOLD, type Told } from "./told.js";
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

/** What is known beside the plan, by visit id, and how instants are written. */
interface Beside {
  readonly backgrounds: ReadonlyMap<string, VisitBackground>;
  readonly told: ReadonlyMap<string, Told>;
  readonly at: (instant: Date) => string;
}

const instantOf = (seconds: number | null, at: Beside["at"]): string | null =>
  seconds === null ? null : at(new Date(seconds * 1000));

function viewStop(stop: RoundStop, { backgrounds, told, at }: Beside): NurseRound["stops"][number] {
  const times = { start: at(stop.start), end: at(stop.end) };
  if (stop.kind === "break") return { kind: "break", breakId: stop.breakId ?? "", ...times };
  if (stop.visit === null || stop.visitId === null)
    throw new Error(`visit ${stop.visitId ?? "without id"} of a stored round is not in its problem`);
  const { clientName, languages, typeName, tasks, crew, accessNotes } =
    backgrounds.get(stop.visitId) ?? NOTHING;
  const own = told.get(stop.visitId) ?? NOTHING_TOLD;
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
    told: {
      state: own.state,
      begunAt: instantOf(own.begunAt, at),
      endedAt: instantOf(own.endedAt, at),
    },
    arrival: at(stop.arrival ?? stop.start),
    ...times,
  };
}

/** Instants in the time zone of the date's plan. `told` is what she has reported, by visit id. */
export async function viewNurseDay(
  store: PhoneStore,
  nurseId: string,
  date: string,
  day: NurseDay,
  told: ReadonlyMap<string, Told>,
): Promise<NurseDayView> {
  const visits = askedVisits(day.rounds);
  const backgrounds = await store.listBackgrounds(nurseId, date, day.planIds, visits);
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
      stops: round.stops.map((stop) => viewStop(stop, { backgrounds, told, at })),
    })),
  };
}
