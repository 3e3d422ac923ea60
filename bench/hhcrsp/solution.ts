/** A plan in the published solution format. */
import type { Solution } from "../../solver/index.js";
import type { HhcrspProblem } from "./convert.js";
import type { HhcrspInstance } from "./instance.js";

export interface HhcrspLocation {
  readonly patient: string;
  readonly service: string;
  /** Start of the service, not the caregiver's coming. */
  readonly arrival_time: number;
  /** End of the service. */
  readonly departure_time: number;
}

export interface HhcrspSolution {
  readonly routes: readonly {
    readonly caregiver_id: string;
    readonly locations: readonly HhcrspLocation[];
  }[];
}

/** Every caregiver has a route; one who stays at the office has no locations. */
export function publishHhcrsp(
  instance: HhcrspInstance,
  problem: HhcrspProblem,
  solution: Solution,
): HhcrspSolution {
  const stopsOf = new Map(solution.routes.map((route) => [route.shift, route.stops]));
  return {
    routes: instance.caregivers.map((caregiver, shift) => ({
      caregiver_id: caregiver.id,
      locations: (stopsOf.get(shift) ?? []).flatMap((stop) => {
        if (stop.kind !== "visit") return [];
        const at = problem.services[stop.visit]!;
        const patient = instance.patients[at.patient]!;
        return [
          {
            patient: patient.id,
            service: patient.services[at.service]!.id,
            arrival_time: stop.start / problem.scale,
            departure_time: stop.end / problem.scale,
          },
        ];
      }),
    })),
  };
}
