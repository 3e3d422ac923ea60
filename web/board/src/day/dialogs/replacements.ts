/** Who could take each visit of an absent nurse: the cheapest few, asked of the server one after the other. */
import type { PlacesView, PlaceView } from "../../../../../src/contracts/index.js";
import { RequestFailed } from "../../../../shared/problem.js";
import { request } from "../../../../shared/request.js";

/** Nurses named for each visit. */
const NAMED = 3;
/** Visits asked about at once. */
const AT_ONCE = 3;

export interface OpenVisit {
  readonly visitId: string;
  /** The absent nurse's shift: of a crew the others stay. */
  readonly shiftId: string;
}

async function ask(
  planId: string,
  { visitId, shiftId }: OpenVisit,
  absent: string,
): Promise<readonly PlaceView[]> {
  try {
    const { places } = await request<PlacesView>(`/plans/${planId}/places`, {
      method: "POST",
      body: { visit: visitId, fromShiftId: shiftId, limit: 1000, eachShift: true },
    });
    const best = new Map<string, PlaceView>();
    for (const place of places) {
      if (place.nurseId !== absent && !best.has(place.nurseId)) best.set(place.nurseId, place);
    }
    return [...best.values()].slice(0, NAMED);
  } catch (error) {
    // One that has begun, say: nobody can be named for it.
    if (error instanceof RequestFailed && error.details.status < 500 && error.details.status !== 0) return [];
    throw error;
  }
}

/** Tells of each visit as soon as it is known; stops where `ended` says so. */
export async function rankReplacements(
  planId: string,
  open: readonly OpenVisit[],
  absent: string,
  onFound: (visitId: string, places: readonly PlaceView[]) => void,
  ended: () => boolean,
): Promise<void> {
  const left = [...open];
  const worker = async (): Promise<void> => {
    for (let visit = left.shift(); visit !== undefined && !ended(); visit = left.shift()) {
      const places = await ask(planId, visit, absent);
      if (!ended()) onFound(visit.visitId, places);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
