/**
 * Published home health care instances (Mankowska et al. 2014, Kummer 2021, Italian towns) in the
 * JSON of the University of Udine (Ceschia, Di Gaspero, Rosati, Schaerf, doi 10.1111/itor.13585).
 *
 * Times and distances have no unit; travel time = distance. Row 0 of `distances` is the office.
 */
import { z } from "zod";
import { nameOf, readJson } from "../support/files.js";

const service = z.object({ service: z.string(), duration: z.number().nonnegative() });

const synchronization = z.union([
  z.object({ type: z.literal("simultaneous") }),
  z.object({ type: z.literal("sequential"), distance: z.tuple([z.number(), z.number()]) }),
]);

const patient = z.object({
  id: z.string(),
  time_window: z.tuple([z.number(), z.number()]),
  required_caregivers: z.array(service).min(1).max(2),
  synchronization: synchronization.optional(),
});

const schema = z.object({
  patients: z.array(patient).min(1),
  caregivers: z.array(z.object({ id: z.string(), abilities: z.array(z.string()) })).min(1),
  distances: z.array(z.array(z.number().nonnegative())),
});

export interface HhcrspPatient {
  readonly id: string;
  /** Start of any service: not before `ready`; after `due` is late. */
  readonly ready: number;
  readonly due: number;
  /** One or two, in the file's order: `sequential` gaps run from the first to the second. */
  readonly services: readonly { readonly id: string; readonly duration: number }[];
  /** start(second) - start(first), both ends included; 0 and 0: simultaneous; null: one service. */
  readonly gap: { readonly min: number; readonly max: number } | null;
}

export interface HhcrspInstance {
  readonly name: string;
  readonly patients: readonly HhcrspPatient[];
  readonly caregivers: readonly { readonly id: string; readonly abilities: readonly string[] }[];
  /** Square; row 0 the office, row i + 1 `patients[i]`. */
  readonly distances: readonly (readonly number[])[];
}

/** Whether the file tells of patients, as these instances do; a day tells of visits. */
export function isHhcrsp(path: string): boolean {
  const json = readJson(path);
  return typeof json === "object" && json !== null && "patients" in json;
}

/** @throws Error naming the file when it is not such an instance. */
export function readHhcrsp(path: string): HhcrspInstance {
  return parseHhcrsp(nameOf(path), readJson(path));
}

export function parseHhcrsp(name: string, json: unknown): HhcrspInstance {
  const read = schema.safeParse(json);
  if (!read.success) throw new Error(`${name} is not an instance: ${z.prettifyError(read.error)}`);
  const { patients, caregivers, distances } = read.data;
  const size = patients.length + 1;
  if (distances.length !== size || distances.some((row) => row.length !== size)) {
    throw new Error(`${name}: distances must be ${size} x ${size} for ${patients.length} patients`);
  }
  return {
    name,
    caregivers,
    distances,
    patients: patients.map((p) => {
      const sync = p.synchronization;
      if ((sync === undefined) !== (p.required_caregivers.length === 1)) {
        throw new Error(
          `${name}: patient ${p.id} needs a synchronization exactly when two services are required`,
        );
      }
      return {
        id: p.id,
        // The Italian windows hold values such as 401.99999999999994; their publication truncates.
        ready: Math.trunc(p.time_window[0]),
        due: Math.trunc(p.time_window[1]),
        services: p.required_caregivers.map((s) => ({ id: s.service, duration: s.duration })),
        gap:
          sync === undefined
            ? null
            : sync.type === "simultaneous"
              ? { min: 0, max: 0 }
              : { min: sync.distance[0], max: sync.distance[1] },
      };
    }),
  };
}
