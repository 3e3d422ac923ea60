/** Travel times for a problem that came without them. */
import type { Problem } from "../contracts/index.js";
import type { OsrmModeConfig } from "../travel/index.js";
import { BadInput, Interrupted } from "./faults.js";

export interface TravelOptions {
  readonly osrm?: Readonly<Record<string, OsrmModeConfig>>;
  readonly estimate?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * The problem with matrices in every mode; warnings are told on stderr.
 *
 * @throws BadInput where a mode cannot be filled, with every mode's fault
 * @throws Interrupted when the signal comes before the times do
 */
export async function filled(problem: Problem, options: TravelOptions): Promise<Problem> {
  if (Object.values(problem.travel.modes).every((mode) => mode.durations !== undefined)) return problem;
  // Loaded only where something is to be filled: an HTTP client is slow to start.
  const { createTravelTimes } = await import("../travel/index.js");
  const travel = createTravelTimes({
    ...(options.osrm === undefined ? {} : { osrm: options.osrm }),
    estimateAllowed: options.estimate ?? false,
  });
  const result = await travel
    .fill(problem, options.signal === undefined ? {} : { signal: options.signal })
    .catch((error: unknown) => {
      throw options.signal?.aborted === true ? new Interrupted() : error;
    });
  if (!result.ok) throw new BadInput(result.faults);
  for (const warning of result.warnings) {
    process.stderr.write(`warning ${warning.code} ${warning.path}: ${warning.message}. ${warning.todo}\n`);
  }
  return result.problem;
}
