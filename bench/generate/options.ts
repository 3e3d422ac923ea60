/** What a generated day may hold; every choice has a default. */
import { FEATURES, type FeatureName } from "./features/index.js";

export type Layout = "city" | "valley" | "towns";
export type ModeId = "car" | "bike" | "walk";
/** `road`: a synthetic road network; `estimate`: straight lines; `none`: no matrices at all. */
export type TravelKind = "road" | "estimate" | "none";

export interface GenerateOptions {
  /** Visits of the day, 1 to 10,000. */
  readonly visits: number;
  /** Any whole number; same options and seed: same day, byte for byte. */
  readonly seed: number;
  readonly layout: Layout;
  readonly travel: TravelKind;
  readonly modes: readonly ModeId[];
  /** Hard windows, skills and breaks only; cost = travel + unserved. Excludes features. */
  readonly plain: boolean;
  readonly features: readonly FeatureName[];
  /** Nurses = visits / this, rounded up. Smaller: more slack. */
  readonly visitsPerNurse: number;
  /** Local date, YYYY-MM-DD. */
  readonly date: string;
  readonly timeZone: string;
}

/** Staffing seen on the days in ../shared/data/days: 9.6 visits a nurse in a city, 8.3 in a valley. */
const VISITS_PER_NURSE: Record<Layout, number> = { city: 9.6, valley: 8.3, towns: 9 };

/** Features that an ordinary (not plain) day has unless told otherwise. */
export const USUAL_FEATURES: readonly FeatureName[] = ["crews", "gaps", "preferred"];

export function generateOptions(
  given: Partial<GenerateOptions> & Pick<GenerateOptions, "visits" | "seed">,
): GenerateOptions {
  const layout = given.layout ?? "city";
  const options: GenerateOptions = {
    layout,
    travel: "road",
    modes: ["car"],
    plain: false,
    features: given.plain ? [] : USUAL_FEATURES,
    visitsPerNurse: VISITS_PER_NURSE[layout],
    date: "2026-11-23",
    timeZone: "Europe/Helsinki",
    ...given,
  };
  if (!Number.isInteger(options.visits) || options.visits < 1 || options.visits > 10_000) {
    throw new RangeError(`visits must be a whole number from 1 to 10,000, not ${options.visits}`);
  }
  if (options.plain && options.features.length > 0) {
    throw new RangeError(
      `a plain day has no features, but these were asked for: ${options.features.join(", ")}`,
    );
  }
  if (!(options.visitsPerNurse > 0)) {
    throw new RangeError(`visits per nurse must be above 0, not ${options.visitsPerNurse}`);
  }
  if (options.modes.length === 0) throw new RangeError("at least one mode of travel is needed");
  const unknown = options.features.filter((name) => !(name in FEATURES));
  if (unknown.length > 0) {
    throw new RangeError(
      `unknown features ${unknown.join(", ")}; known: ${Object.keys(FEATURES).join(", ")}`,
    );
  }
  return options;
}
