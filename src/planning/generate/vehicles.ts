/** Pool vehicles: an office has only so many, and a shift has one from beginning to end. */
import type { Frame } from "./frame.js";
import { DEFAULT_MODE, type WorkingShift } from "./shifts.js";

/**
 * How each shift travels, by shift id. Vehicles are given out by start, then id; a shift for
 * which none is left travels as its nurse does, or walks, and is told.
 */
export function modesOf(shifts: readonly WorkingShift[], frame: Frame): ReadonlyMap<string, string> {
  const vehicles = new Map(frame.standing.vehicles.map((vehicle) => [vehicle.id, vehicle]));
  /** Ends of the shifts that have a vehicle. */
  const taken = new Map<string, number[]>();
  const modes = new Map<string, string>();
  for (const shift of shifts) {
    const { record, nurse, whole } = shift;
    const vehicle = record.vehicleId === undefined ? undefined : vehicles.get(record.vehicleId);
    if (vehicle === undefined) {
      modes.set(shift.id, record.mode ?? nurse.mode ?? DEFAULT_MODE);
      continue;
    }
    // A second piece of a shift has the vehicle of the first.
    if (shift.id !== record.id && modes.has(record.id)) {
      modes.set(shift.id, modes.get(record.id)!);
      continue;
    }
    const busy = (taken.get(vehicle.id) ?? []).filter((end) => end > whole.from);
    const count = vehicle.count ?? 1;
    if (busy.length < count) {
      taken.set(vehicle.id, [...busy, whole.to]);
      modes.set(shift.id, vehicle.mode);
      continue;
    }
    const own = nurse.mode !== undefined && nurse.mode !== vehicle.mode ? nurse.mode : DEFAULT_MODE;
    modes.set(shift.id, own);
    frame.notes.add(
      "vehicle-short",
      { date: record.date, nurseId: record.nurseId, shiftId: shift.id },
      `vehicle ${vehicle.id} of unit ${vehicle.unitId} has ${count} to give, all in use when shift ${shift.id} starts; it travels by ${own}`,
    );
  }
  return modes;
}
