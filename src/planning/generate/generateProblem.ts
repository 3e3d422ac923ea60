/** Standing data to a problem of the contract, for one date or several planned together. */
import type { GenerationWarning, VisitOrigin } from "../../contracts/generation.js";
import type { Client, Place, Problem, VisitType, Weights } from "../../contracts/problemSchema.js";
import { PROBLEM_FORMAT } from "../../contracts/problemSchema.js";
import type { ClientRecord } from "../../contracts/standing/clients.js";
import type { WorkedMinutes } from "../workingTime/index.js";
import { Clients } from "./clients.js";
import { Decisions } from "./decisions.js";
import { DemandBuilder } from "./demand.js";
import { type Frame, frameOf, type GenerateWish } from "./frame.js";
import { tellGrantedHours } from "./granted.js";
import { problemNurses, problemProviders } from "./nurses.js";
import { problemShift, Shifts } from "./shifts.js";
import { tellMissingSkills } from "./skills.js";
import type { StandingData } from "./standing.js";
import { modesOf } from "./vehicles.js";
import { withinWeeklyHours } from "./weeklyHours.js";

/** Nurses whom the continuity ledger makes familiar, the most familiar first, by client. */
export type Familiar = Readonly<Record<string, readonly string[]>>;

/** What was before, and what is published around the dates. */
export interface Past {
  readonly familiar: Familiar;
  readonly worked: WorkedMinutes;
  /** Shifts on rounds of other areas, by `shiftKey`. */
  readonly elsewhere: ReadonlySet<string>;
}

const NO_PAST: Past = { familiar: {}, worked: new Map(), elsewhere: new Set() };

export interface Generated {
  /** Without travel times; null: there is neither visit nor shift. */
  readonly problem: Problem | null;
  readonly origins: readonly VisitOrigin[];
  readonly warnings: readonly GenerationWarning[];
}

/**
 * The problem of the dates asked for. The same standing data and wish give the same document,
 * byte for byte. Later changes of standing data change later problems only.
 */
export function generateProblem(
  standing: StandingData,
  wish: GenerateWish,
  weights: Weights | null = null,
  { familiar, worked, elsewhere }: Past = NO_PAST,
): Generated {
  const frame = frameOf(standing, wish);
  const clients = new Clients(frame);
  const decisions = new Decisions(frame);
  const demand = new DemandBuilder(frame, clients, decisions).build();
  tellGrantedHours(frame, decisions);
  const { shifts: working, limits } = withinWeeklyHours(new Shifts(frame, elsewhere).list(), worked, frame);
  for (const date of frame.dates) {
    if (!working.some((shift) => shift.record.date === date))
      frame.notes.add("no-shifts", { date }, `no shift that counts starts on ${date}`);
  }
  const used = clients.list();
  const ledger = new Map(Object.entries(familiar));
  const known = new Set(used.flatMap(({ client }) => familiarPool(client, ledger)));
  const nurses = problemNurses(working, known, frame);
  const nurseIds = new Set(nurses.map((nurse) => nurse.id));
  const genders = new Map(standing.nurses.map((nurse) => [nurse.id, nurse.gender]));
  const modes = modesOf(working, frame);
  const shifts = working.map((shift) =>
    problemShift(shift, modes.get(shift.id)!, limits.get(shift.id), frame),
  );
  if (demand.visits.length === 0 && shifts.length === 0) {
    return { problem: null, origins: [], warnings: frame.notes.all() };
  }
  const placeIds = new Set([
    ...shifts.flatMap((shift) => [shift.startPlaceId, shift.endPlaceId]),
    ...used.map(({ placeId }) => placeId),
  ]);
  const problem: Problem = {
    format: PROBLEM_FORMAT,
    timeZone: wish.timeZone,
    places: places(frame, placeIds),
    travel: { modes: Object.fromEntries([...new Set(modes.values())].toSorted().map((mode) => [mode, {}])) },
    visitTypes: visitTypes(frame),
    clients: used.map(({ id, client, placeId }) =>
      problemClient(id, client, placeId, nurseIds, genders, familiarPool(client, ledger)),
    ),
    visits: [...demand.visits],
    links: [...demand.links],
    nurses,
    shifts,
    providers: problemProviders(frame),
    ...(weights === null ? {} : { weights }),
  };
  tellMissingSkills(frame, problem, demand.origins);
  return { problem, origins: demand.origins, warnings: frame.notes.all() };
}

function places({ standing }: Frame, used: ReadonlySet<string>): Place[] {
  return standing.places
    .filter((place) => used.has(place.id))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, lat, lon, name, setupSeconds }) => ({
      id,
      lat,
      lon,
      ...(name === undefined ? {} : { name }),
      ...(setupSeconds === undefined ? {} : { setupSeconds }),
    }));
}

function visitTypes({ standing }: Frame): VisitType[] {
  return standing["visit-types"]
    .map(({ id, name, requires, requiresAnyOf }) => ({
      id,
      ...(name === undefined ? {} : { name }),
      ...(requires === undefined ? {} : { requires }),
      ...(requiresAnyOf === undefined ? {} : { requiresAnyOf }),
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Nurses whom the client knows or wishes for, the named one among them. Whom the client knows
 * is what the ledger says; what was stored with the client counts as long as the ledger says nothing.
 */
function familiarPool(client: ClientRecord, ledger: ReadonlyMap<string, readonly string[]>): string[] {
  const banned = client.bannedNurseIds ?? [];
  const named = client.namedNurseId === undefined ? [] : [client.namedNurseId];
  const met = ledger.get(client.id) ?? [];
  const knows = met.length > 0 ? met : (client.familiarNurseIds ?? []);
  return [...new Set([...named, ...knows, ...(client.wishedNurseIds ?? [])])].filter(
    (id) => !banned.includes(id),
  );
}

/**
 * A wish for a nurse's gender narrows the familiar pool to it, or makes every such nurse
 * familiar where nobody is: another one costs as much as a stranger and is never forbidden.
 */
function problemClient(
  id: string,
  client: ClientRecord,
  placeId: string,
  nurseIds: ReadonlySet<string>,
  genders: ReadonlyMap<string, string | undefined>,
  familiar: readonly string[],
): Client {
  const refused = (client.bannedNurseIds ?? []).filter((nurse) => nurseIds.has(nurse));
  const suits = (nurse: string): boolean =>
    client.wishedGender === undefined || genders.get(nurse) === client.wishedGender;
  const pool = familiar.filter((nurse) => nurseIds.has(nurse) && suits(nurse));
  const wished =
    client.wishedGender === undefined || pool.length > 0
      ? pool
      : [...nurseIds].filter((nurse) => suits(nurse) && !refused.includes(nurse));
  return {
    id,
    placeId,
    ...(client.areaId === undefined ? {} : { areaId: client.areaId }),
    ...(client.languages === undefined ? {} : { languages: client.languages }),
    ...(wished.length === 0 ? {} : { familiarNurseIds: wished }),
    ...(refused.length === 0 ? {} : { refusedNurseIds: refused }),
  };
}
