/** What the office is made of: areas, units, service lines, places, vehicles, closures. */
import { z } from "zod";
import { id, ids, stopSeconds } from "../basics.js";
import { latitude, longitude, names, period, periodOrder, text } from "./basics.js";

/** A population responsibility area; where clients live and nurses are at home. */
export const areaRecord = z.strictObject({
  id,
  name: names.exactOptional(),
  description: text.exactOptional(),
});

export const serviceLineRecord = z.strictObject({
  id,
  name: names.exactOptional(),
  description: text.exactOptional(),
});

/** A point on the map where visits are made or shifts start and end. A correction moves it for future days. */
export const placeRecord = z.strictObject({
  id,
  name: z.string().max(500).exactOptional(),
  address: z.string().max(500).exactOptional(),
  lat: latitude,
  lon: longitude,
  setupSeconds: stopSeconds.exactOptional().describe("Stairs, keys: added to every arrival. Default 0."),
});

/** An office: the places that its shifts start from, its areas and service lines. */
export const unitRecord = z.strictObject({
  id,
  name: names.exactOptional(),
  placeIds: ids.exactOptional().describe("Its places; the first is where shifts start unless they say."),
  areaIds: ids.exactOptional(),
  serviceLineIds: ids.exactOptional(),
});

/** A unit does not work: its shifts in the period do not count. */
export const closureRecord = z
  .strictObject({
    id,
    unitId: id,
    ...period,
    reason: text.exactOptional(),
  })
  .superRefine(periodOrder);

/** Pool cars or bicycles of an office. */
export const vehicleRecord = z.strictObject({
  id,
  unitId: id,
  mode: id.describe("Mode of travel: car, bike, or another of the travel times."),
  count: z.int().min(0).max(10_000).exactOptional().describe("How many there are. Default 1."),
});

export type AreaRecord = z.infer<typeof areaRecord>;
export type ServiceLineRecord = z.infer<typeof serviceLineRecord>;
export type PlaceRecord = z.infer<typeof placeRecord>;
export type UnitRecord = z.infer<typeof unitRecord>;
export type ClosureRecord = z.infer<typeof closureRecord>;
export type VehicleRecord = z.infer<typeof vehicleRecord>;
