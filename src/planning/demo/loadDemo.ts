/** The demo organisation in the store: an invented office on the recorded roads of central Helsinki. */
import type { Problem } from "../../contracts/problemSchema.js";
import { STANDING_KINDS, type StandingKind, type StandingRecords } from "../../contracts/standing/kinds.js";
import { addDays, weekday } from "../../domain/dates.js";
import type { RecordChange, StandingStore } from "../standing/ports.js";
import { demoCare } from "./care.js";
import { demoCatalogue } from "./catalogue.js";
import { demoNurses, demoShifts } from "./staff.js";

/** Weeks of shifts that one loading brings, from the week of the date on; the week before comes with them. */
const WEEKS = 5;
/** Days before today that have a rota, and can be planned. */
export const DEMO_DAYS_BEHIND = 6;

export type DemoRecords = { readonly [K in StandingKind]: readonly StandingRecords[K][] };

/**
 * Every record of the demo organisation.
 *
 * @param day the recorded day that it is made of
 * @param monday of the week that is looked at
 * @param streets name of the street at a place of the day, where it is known
 */
export function demoRecords(
  day: Problem,
  monday: string,
  streets: ReadonlyMap<string, string> = new Map(),
): DemoRecords {
  return {
    ...demoCatalogue(day, streets),
    ...demoNurses(day),
    absences: [],
    closures: [],
    shifts: demoShifts(day, addDays(monday, -7), WEEKS + 1),
    ...demoCare(day, monday),
  };
}

/** Another organisation is in the store: the demo must not mix with it. */
export class DemoRefused extends Error {
  override readonly name = "DemoRefused";
  readonly code = "demo-refused";
  readonly todo = "Use a database of its own for the demo: serve --database FILE.";
}

export interface DemoDeps {
  readonly store: StandingStore;
  /** The recorded day, with or without its travel times. */
  readonly day: Problem;
  /** By the id of a place of the day. */
  readonly streets: ReadonlyMap<string, string>;
  /** Makes the recorded travel times known. */
  readonly prepareRoads: () => Promise<void>;
  /** Id of who loads it. */
  readonly author: string;
  readonly now: Date;
  /** Local date of now. */
  readonly today: string;
}

export interface DemoOutcome {
  /** False: it was all there already. */
  readonly loaded: boolean;
  /** Today. */
  readonly date: string;
}

/**
 * Stores what of the demo organisation is not there yet, in one transaction: loaded again weeks
 * later it brings further shifts and changes nothing.
 *
 * @throws DemoRefused if the store has units and none is of the demo
 */
export async function loadDemoOrganisation(deps: DemoDeps): Promise<DemoOutcome> {
  const monday = addDays(deps.today, 1 - weekday(deps.today));
  const records = demoRecords(deps.day, monday, deps.streets);
  const ids = new Set(records.units.map(({ id }) => id));
  await deps.prepareRoads();
  const loaded = await deps.store.transact(async (transaction) => {
    const units = await transaction.list("units");
    if (units.length > 0 && !units.some(({ id }) => ids.has(id))) {
      throw new DemoRefused(`${units.length} units are stored and none is of the demo organisation`);
    }
    const changes: RecordChange[] = [];
    for (const kind of STANDING_KINDS) {
      const known = new Set((await transaction.list<StandingKind>(kind)).map(({ id }) => id));
      for (const record of records[kind]) {
        if (known.has(record.id)) continue;
        const version = kind === "requirements" ? (record as StandingRecords["requirements"]).validFrom : "";
        changes.push({ kind, id: record.id, version, record, revision: 1 });
      }
    }
    if (changes.length > 0) await transaction.write(changes, { author: deps.author, changedAt: deps.now });
    return changes.length > 0;
  });
  return { loaded, date: deps.today };
}
