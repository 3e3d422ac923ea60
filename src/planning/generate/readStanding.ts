/** All standing data that the dates need, read at one moment. */
import type { StandingKind, StandingRecords } from "../../contracts/standing/kinds.js";
import { addDays } from "../../domain/dates.js";
import type { StandingFilter, StandingStore } from "../standing/ports.js";
import { READ_KINDS, type StandingData } from "./standing.js";

/** Kinds with dates of their own, of which only those near the dates planned are read. */
const BY_DATE: readonly StandingKind[] = ["absences", "closures", "shifts", "away-periods"];

/** Nothing is written between the kinds. A day more on both sides, for the nights. */
export async function readStanding(store: StandingStore, from: string, to: string): Promise<StandingData> {
  const near: StandingFilter = { from: addDays(from, -1), to: addDays(to, 1) };
  return store.transact(async (transaction) => {
    const lists: [string, readonly StandingRecords[StandingKind][]][] = [];
    for (const kind of READ_KINDS) {
      const stored = await transaction.list<StandingKind>(kind, BY_DATE.includes(kind) ? near : {});
      lists.push([kind, stored.map(({ record }) => record)]);
    }
    return Object.fromEntries(lists) as StandingData;
  });
}
