/** Who could take each visit of an absent nurse, and why others cannot: asked of the server a few at a time. */
import type { PlacesView } from "../../../../../src/contracts/index.js";
import { RequestFailed } from "../../../../shared/problem.js";
import { askPlaces } from "../moving.js";

/** Visits asked about at once. */
const AT_ONCE = 3;

export interface OpenVisit {
  readonly visitId: string;
  /** The absent nurse's shift: of a crew the others stay. */
  readonly shiftId: string;
}

/** Null: one that has begun, say; nobody can be named for it. */
async function ask({ visitId, shiftId }: OpenVisit): Promise<PlacesView | null> {
  try {
    return await askPlaces(visitId, shiftId);
  } catch (error) {
    if (error instanceof RequestFailed && error.details.status < 500 && error.details.status !== 0)
      return null;
    throw error;
  }
}

/** Tells of each visit as soon as it is known; stops where `ended` says so. */
export async function rankReplacements(
  open: readonly OpenVisit[],
  onFound: (visitId: string, found: PlacesView | null) => void,
  ended: () => boolean,
): Promise<void> {
  const left = [...open];
  const worker = async (): Promise<void> => {
    for (let visit = left.shift(); visit !== undefined && !ended(); visit = left.shift()) {
      const found = await ask(visit);
      if (!ended()) onFound(visit.visitId, found);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
