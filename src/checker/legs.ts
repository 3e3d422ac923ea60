/** Seconds of one leg, read straight from the stored matrices. */
import { type Lookup, required } from "./lookup.js";
import { NotCheckable } from "./notCheckable.js";

/**
 * Seconds from one place to another: the matrix entry, the mode's `perStopSeconds` and
 * the arrival place's `setupSeconds`; 0 from a place to itself; `null` where there is no way.
 *
 * @throws NotCheckable (`travel-missing`) if the problem's matrices are not filled in yet
 */
export function legSeconds(lookup: Lookup, mode: string, from: string, to: string): number | null {
  if (from === to) return 0;
  const travel = Object.hasOwn(lookup.problem.travel.modes, mode)
    ? lookup.problem.travel.modes[mode]
    : undefined;
  const row = travel?.durations?.[required(lookup.placeIndex, from, "places")];
  const seconds = row?.[required(lookup.placeIndex, to, "places")];
  if (travel === undefined || seconds === undefined) {
    throw new NotCheckable(
      "travel-missing",
      `/travel/modes/${mode}/durations`,
      `no travel time by ${mode} from ${from} to ${to}`,
      "Fill in the problem's matrices from a travel-time provider before checking a plan.",
    );
  }
  if (seconds === null) return null;
  return seconds + (travel.perStopSeconds ?? 0) + (required(lookup.places, to, "places").setupSeconds ?? 0);
}
