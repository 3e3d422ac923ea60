/**
 * The problem document, `kotikierros/problem@1`: what must be planned. Unknown keys are
 * errors. What refers to what is checked afterwards, see parseProblem.
 *
 * Lengths typed by people are whole minutes, travel is whole seconds and metres, costs are
 * whole points. Windows and breaks include both ends.
 */
import { z } from "zod";
import { id, ids, instant, interval, minutes, minutesOrNone, points, stopSeconds } from "./basics.js";
import { distances, durations } from "./matrix.js";
import { travelSource } from "./travelSource.js";

export const PROBLEM_FORMAT = "kotikierros/problem@1";

export const place = z.strictObject({
  id,
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  name: z.string().exactOptional(),
  setupSeconds: stopSeconds
    .exactOptional()
    .describe("Stairs, keys: added to every leg that arrives here from another place. Default 0."),
});

export const travelMode = z.strictObject({
  durations: durations.exactOptional().describe("Seconds, row = from, in the order of places; null: no way."),
  distances: distances
    .exactOptional()
    .describe("Metres, row = from, in the order of places; null: no way; -1 counts as 0."),
  perStopSeconds: stopSeconds
    .exactOptional()
    .describe("Parking, stairs: added to every leg between two different places. Default 0."),
  source: travelSource
    .exactOptional()
    .describe("Addition of the product: where the matrices came from. Absent: given with the problem."),
});

export const visitType = z.strictObject({
  id,
  name: z.record(z.string(), z.string()).exactOptional().describe("Name by language."),
  requires: ids.exactOptional().describe("Skills that are all needed."),
  requiresAnyOf: ids.exactOptional().describe("At least one of these; empty or absent: anyone."),
});

export const client = z.strictObject({
  id,
  placeId: id,
  areaId: id.exactOptional(),
  languages: ids.exactOptional().describe("Spoken; empty or absent: any."),
  familiarNurseIds: ids.exactOptional(),
  refusedNurseIds: ids.exactOptional(),
});

export const pin = z.strictObject({
  shiftId: id.exactOptional().describe("One of the crew is on this shift."),
  shiftIds: ids.exactOptional().describe("All of these are in the crew."),
  start: instant.exactOptional(),
  begun: z
    .boolean()
    .exactOptional()
    .describe("Under way or done: windows, skills and refusals no longer apply. Needs start."),
  providerId: id.exactOptional().describe("Bought from this provider; excludes the other keys."),
});

export const visit = z.strictObject({
  id,
  clientId: id,
  typeId: id,
  minutes,
  windows: z.array(interval).describe("The visit starts inside one of them, both ends included."),
  preferred: interval.exactOptional().describe("For the start; it costs and never forbids."),
  requires: ids.exactOptional(),
  requiresAnyOf: ids.exactOptional(),
  crewSize: z.int().min(1).max(100).exactOptional().describe("Default 1."),
  unservedCost: points.exactOptional().describe("Default 100 000."),
  remote: z
    .boolean()
    .exactOptional()
    .describe("A video visit, done wherever the nurse is, without travel. Default false."),
  pin: pin.exactOptional(),
});

export const gapLink = z.strictObject({
  kind: z.literal("gap"),
  first: id,
  second: id,
  minMinutes: minutesOrNone,
  maxMinutes: minutesOrNone.exactOptional(),
});
export const nurseLink = z.strictObject({
  kind: z.enum(["same-nurse", "different-nurse"]),
  visits: z.tuple([id, id]),
});
export const link = z.discriminatedUnion("kind", [gapLink, nurseLink]);

export const nurse = z.strictObject({
  id,
  name: z.string().exactOptional(),
  skills: ids.exactOptional(),
  languages: ids.exactOptional(),
  areaIds: ids.exactOptional().describe("Own areas; absent: every area."),
});

export const shiftBreak = z.strictObject({
  id,
  minutes,
  from: instant.describe("First allowed start."),
  to: instant.describe("Last allowed start."),
  afterMinutes: minutesOrNone
    .exactOptional()
    .describe("May be left out if return - departure is no more than this. Default 0: never left out."),
  earliestAfterMinutes: minutesOrNone.exactOptional().describe("Least start after departure."),
  latestAfterMinutes: minutesOrNone.exactOptional().describe("Greatest start after departure."),
  inside: z.boolean().exactOptional().describe("Has a visit before it and one after it. Default false."),
});

export const shift = z.strictObject({
  id,
  nurseId: id,
  from: instant,
  to: instant,
  startPlaceId: id,
  endPlaceId: id,
  mode: id,
  maxOvertimeMinutes: minutesOrNone.exactOptional().describe("Default 0."),
  useCost: points.exactOptional().describe("Default 0."),
  targetMinutes: minutesOrNone.exactOptional().describe("Load beyond which work is overload; absent: none."),
  breaks: z.array(shiftBreak).exactOptional(),
});

export const provider = z.strictObject({
  id,
  name: z.string().exactOptional(),
  typeIds: ids.describe("Visit types it takes."),
  areaIds: ids.exactOptional().describe("Absent: every area."),
  maxVisits: z.int().min(0).exactOptional().describe("Absent: no limit."),
  cost: points.describe("Points for each visit."),
});

const weight = points.exactOptional();
export const weights = z.strictObject({
  travel: weight,
  wait: weight,
  early: weight,
  late: weight,
  worstLate: weight,
  overtime: weight,
  unfamiliar: weight,
  outsideArea: weight,
  language: weight,
  overload: weight,
  use: weight,
  bought: weight,
  moved: weight,
  shifted: weight,
  unserved: weight,
});

export const previousVisit = z.strictObject({ shiftIds: ids, start: instant });

export const limits = z.strictObject({
  changedClients: z.int().min(0).exactOptional(),
  movedStartMinutes: minutesOrNone.exactOptional(),
});

export const problemSchema = z.strictObject({
  format: z.literal(PROBLEM_FORMAT),
  timeZone: z.string().describe("IANA zone for showing times."),
  places: z.array(place),
  travel: z.strictObject({ modes: z.record(z.string(), travelMode) }),
  visitTypes: z.array(visitType),
  clients: z.array(client),
  visits: z.array(visit),
  links: z.array(link).exactOptional(),
  nurses: z.array(nurse),
  shifts: z.array(shift),
  providers: z.array(provider).exactOptional(),
  weights: weights.exactOptional(),
  previous: z.strictObject({ visits: z.record(z.string(), previousVisit) }).exactOptional(),
  limits: limits.exactOptional(),
});

export type Problem = z.infer<typeof problemSchema>;
export type Place = z.infer<typeof place>;
export type TravelMode = z.infer<typeof travelMode>;
export type VisitType = z.infer<typeof visitType>;
export type Client = z.infer<typeof client>;
export type Pin = z.infer<typeof pin>;
export type Visit = z.infer<typeof visit>;
export type Link = z.infer<typeof link>;
export type Nurse = z.infer<typeof nurse>;
export type ShiftBreak = z.infer<typeof shiftBreak>;
export type Shift = z.infer<typeof shift>;
export type Provider = z.infer<typeof provider>;
export type Weights = z.infer<typeof weights>;
export type CostPart = keyof Weights;
