/** A nurse has one shift at a time; a pool vehicle is in no more shifts at a time than there are of it. */
import {
  shiftMinutes,
  type ShiftRecord,
  type VehicleRecord,
  dateAfter,
} from "../../contracts/standing/index.js";
import type { StandingFilter, StandingTransaction } from "./ports.js";
import { type Conflict, ofKind, type Proposal } from "./proposals.js";

const DAY_MINUTES = 1440;

interface Hours {
  readonly shift: ShiftRecord;
  /** Minutes by the clock on the wall; a change of clocks does not make two shifts of one nurse overlap. */
  readonly start: number;
  readonly end: number;
}

function hoursOf(shift: ShiftRecord): Hours {
  const [hour, minute] = shift.from.split(":");
  const start = Date.parse(`${shift.date}T00:00:00Z`) / 60_000 + Number(hour) * 60 + Number(minute);
  return { shift, start, end: start + shiftMinutes(shift.from, shift.to) };
}

function overlap(a: Hours, b: Hours): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Shifts by nurse or vehicle and date, so that a month of a large office is not compared pair by pair. */
class Timetable {
  readonly #byKey = new Map<string, Hours[]>();

  add(owner: string, hours: Hours): void {
    const day = Math.floor(hours.start / DAY_MINUTES);
    const key = `${day} ${owner}`;
    const list = this.#byKey.get(key);
    if (list === undefined) this.#byKey.set(key, [hours]);
    else list.push(hours);
  }

  overlapping(owner: string, hours: Hours): Hours[] {
    const day = Math.floor(hours.start / DAY_MINUTES);
    return [day - 1, day, day + 1].flatMap((near) =>
      (this.#byKey.get(`${near} ${owner}`) ?? []).filter((other) => overlap(other, hours)),
    );
  }
}

function around(shifts: readonly ShiftRecord[]): StandingFilter {
  const dates = shifts.map(({ date }) => date).toSorted();
  return { from: dateAfter(dates[0]!, -1), to: dateAfter(dates.at(-1)!, 1) };
}

/** The stored shifts near the proposed ones, without those that come anew. */
async function neighbours(
  transaction: StandingTransaction,
  proposed: readonly ShiftRecord[],
  kind: "nurses" | "vehicles",
  owners: ReadonlySet<string>,
): Promise<ShiftRecord[]> {
  const anew = new Set(proposed.map(({ id }) => id));
  const filter = { ...around(proposed), refersTo: [{ kind, ids: [...owners] }] };
  const stored = await transaction.list("shifts", filter);
  return stored.map(({ record }) => record).filter(({ id }) => !anew.has(id));
}

async function nurseConflicts(
  transaction: StandingTransaction,
  proposals: readonly Proposal<"shifts">[],
): Promise<Conflict[]> {
  const records = proposals.map(({ record }) => record);
  const nurses = new Set(records.map(({ nurseId }) => nurseId));
  const timetable = new Timetable();
  for (const shift of await neighbours(transaction, records, "nurses", nurses))
    timetable.add(shift.nurseId, hoursOf(shift));
  return proposals.flatMap((proposal) => {
    const { id, nurseId, date, from, to } = proposal.record;
    const hours = hoursOf(proposal.record);
    const [other] = timetable.overlapping(nurseId, hours);
    timetable.add(nurseId, hours);
    if (other === undefined) return [];
    const message = `shift ${id} of nurse ${nurseId} on ${date} ${from}-${to} overlaps shift ${other.shift.id} on ${other.shift.date} ${other.shift.from}-${other.shift.to}`;
    return [{ proposal, code: "shifts-overlap" as const, path: ["from"], message }];
  });
}

/** Shifts that use the vehicle at the fullest moment of one of them, itself not counted. */
function mostAtOnce(others: readonly Hours[], hours: Hours): number {
  const moments = [hours.start, ...others.map(({ start }) => start).filter((start) => start > hours.start)];
  return Math.max(
    ...moments.map((moment) => others.filter(({ start, end }) => start <= moment && moment < end).length),
  );
}

async function vehicleConflicts(
  transaction: StandingTransaction,
  proposals: readonly Proposal<"shifts">[],
  vehicles: readonly VehicleRecord[],
): Promise<Conflict[]> {
  const driven = proposals.filter(({ record }) => record.vehicleId !== undefined);
  if (driven.length === 0) return [];
  const records = driven.map(({ record }) => record);
  const ids = new Set(records.map(({ vehicleId }) => vehicleId!));
  const stored = await transaction.list("vehicles", { ids: [...ids] });
  const counts = new Map(
    [...stored.map(({ record }) => record), ...vehicles].map(({ id, count }) => [id, count ?? 1]),
  );
  const timetable = new Timetable();
  // Of those that come anew only the proposed ones count, wherever they drove before.
  for (const shift of await neighbours(
    transaction,
    proposals.map(({ record }) => record),
    "vehicles",
    ids,
  ))
    timetable.add(shift.vehicleId!, hoursOf(shift));
  return driven.flatMap((proposal) => {
    const { id, vehicleId, date } = proposal.record;
    const hours = hoursOf(proposal.record);
    const others = timetable.overlapping(vehicleId!, hours);
    timetable.add(vehicleId!, hours);
    const count = counts.get(vehicleId!);
    if (count === undefined || mostAtOnce(others, hours) < count) return [];
    const with_ = others
      .map(({ shift }) => shift.id)
      .slice(0, 5)
      .join(", ");
    const message = `shift ${id} on ${date} would use vehicle ${vehicleId} beyond its ${count}, beside ${with_ === "" ? "no other shift" : `shifts ${with_}`}`;
    return [{ proposal, code: "vehicle-taken" as const, path: ["vehicleId"], message }];
  });
}

/** Fewer vehicles than before: the stored shifts to come must do with them. Those that come anew are looked at themselves. */
export async function fewerVehicles(
  transaction: StandingTransaction,
  proposals: readonly Proposal[],
  today: string,
): Promise<Conflict[]> {
  const vehicles = ofKind(proposals, "vehicles");
  if (vehicles.length === 0) return [];
  const stored = await transaction.list("vehicles", { ids: vehicles.map(({ record }) => record.id) });
  const before = new Map(stored.map(({ id, record }) => [id, record.count ?? 1]));
  const anew = new Set(ofKind(proposals, "shifts").map(({ record }) => record.id));
  const found: Conflict[] = [];
  for (const proposal of vehicles) {
    const { id, count = 1 } = proposal.record;
    if (count >= (before.get(id) ?? 0)) continue;
    const shifts = await transaction.list("shifts", {
      from: today,
      refersTo: [{ kind: "vehicles", ids: [id] }],
    });
    const timetable = new Timetable();
    for (const { record } of shifts) {
      if (anew.has(record.id)) continue;
      const hours = hoursOf(record);
      const over = mostAtOnce(timetable.overlapping(id, hours), hours) >= count;
      timetable.add(id, hours);
      if (!over) continue;
      const message = `vehicle ${id} would be ${count} only, and shift ${record.id} on ${record.date} uses one more at once`;
      found.push({ proposal, code: "vehicle-taken", path: ["count"], message });
      break;
    }
  }
  return found;
}

export async function shiftConflicts(
  transaction: StandingTransaction,
  proposals: readonly Proposal[],
): Promise<Conflict[]> {
  const shifts = ofKind(proposals, "shifts");
  if (shifts.length === 0) return [];
  const vehicles = ofKind(proposals, "vehicles").map(({ record }) => record);
  return [
    ...(await nurseConflicts(transaction, shifts)),
    ...(await vehicleConflicts(transaction, shifts, vehicles)),
  ];
}
