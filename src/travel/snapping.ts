/** What a table says of places that may stand at wrong coordinates. */
import type { Fault } from "../contracts/fault.js";
import type { Place } from "../contracts/problemSchema.js";
import { travelFaults } from "./faults.js";
import type { TravelTable } from "./table.js";

/** Beyond this a place is told of: metres to the nearest road of the mode. */
export const WARN_METRES = 150;
/** Beyond this the times would be of another place. */
export const FAR_METRES = 1_000;

export interface PlaceFindings {
  readonly faults: Fault[];
  readonly warnings: Fault[];
}

/** One finding for each place at most: too far, far, or without a way to more than half of the others. */
export function judgePlaces(mode: string, places: readonly Place[], table: TravelTable): PlaceFindings {
  const faults: Fault[] = [];
  const warnings: Fault[] = [];
  for (const [index, place] of places.entries()) {
    const point = table.points.ofPlace[index];
    const metres = table.snapOf(point) ?? 0;
    if (metres > FAR_METRES) {
      faults.push(travelFaults.farPlace(mode, index, place.id, metres, FAR_METRES));
    } else if (metres > WARN_METRES) {
      warnings.push(travelFaults.offRoad(mode, index, place.id, metres, WARN_METRES));
    } else {
      const noWay = withoutWay(table, point);
      const others = places.length - 1;
      if (noWay * 2 > others) warnings.push(travelFaults.cutOff(mode, index, place.id, noWay, others));
    }
  }
  return { faults, warnings };
}

function withoutWay(table: TravelTable, point: number): number {
  let count = 0;
  for (const other of table.points.ofPlace) {
    if (table.secondsOf(point, other) === null || table.secondsOf(other, point) === null) count++;
  }
  return count;
}
