/** Hand edits, places and re-plans of a version, as the API takes and answers them. */
import { z } from "zod";
import { boughtVisit, planCost, planRoute, unservedVisit } from "../planSchema.js";
import { pin } from "../problemSchema.js";
import { differenceView, figuresView, tellView, versionView, violationView } from "./versions.js";

export type EditWish =
  | {
      readonly kind: "move";
      readonly visitId: string;
      readonly shiftId: string;
      readonly position?: number;
      readonly fromShiftId?: string;
    }
  | { readonly kind: "time"; readonly visitId: string; readonly start: string }
  | { readonly kind: "pin"; readonly visitId: string; readonly shift?: boolean; readonly start?: boolean }
  | { readonly kind: "unpin"; readonly visitId: string }
  | { readonly kind: "swap"; readonly shiftId: string; readonly otherShiftId: string }
  | { readonly kind: "tray"; readonly visitId: string };

/** What turns the day of the version edited into that of the draft: `followEdit` of web/shared does it. */
export const editedDayView = z.object({
  version: versionView,
  figures: figuresView,
  routes: z.array(planRoute).describe("Rounds that are new or other than before"),
  emptied: z.array(z.string()).describe("Shifts that had a round and have none now"),
  unserved: z.array(unservedVisit),
  bought: z.array(boughtVisit).exactOptional(),
  cost: planCost.exactOptional(),
  pins: z.record(z.string(), pin.nullable()).describe("Visits whose pin is another now; null: none"),
});
export type EditedDayView = z.infer<typeof editedDayView>;

export const editedView = z.object({
  id: z.string(),
  parentId: z.string(),
  valid: z.boolean(),
  cost: z.number(),
  costChange: z.number(),
  violations: z.array(violationView),
  unfitShiftIds: z.array(z.string()),
  day: editedDayView,
});
export type EditedView = z.infer<typeof editedView>;

const place = z.object({
  shiftId: z.string(),
  nurseId: z.string(),
  position: z.int().describe("0: first of the round"),
  start: z.string(),
  extraCost: z.number().describe("Points more than without the visit"),
  parts: z.record(z.string(), z.number()).describe("Points by part of the cost"),
  disturbed: z.array(z.object({ visitId: z.string(), shiftedSeconds: z.int() })).readonly(),
});

export const placesView = z.object({
  found: z.int().describe("How many valid places there are"),
  present: place.nullable().describe("Where it is now; null: nowhere, or where it breaks rules"),
  places: z.array(place).readonly(),
  barred: z
    .array(
      z.object({
        shiftId: z.string(),
        nurseId: z.string(),
        rule: z.enum(["skill", "refused", "pin", "way", "hours", "break", "link", "room", "crew"]),
        skills: z.array(z.string()).readonly().describe("Those that the nurse lacks"),
      }),
    )
    .readonly()
    .describe("Shifts without a place, by the first rule in the way"),
});
export type PlacesView = z.infer<typeof placesView>;
export type PlaceView = PlacesView["places"][number];
export type BarredView = PlacesView["barred"][number];

export const replannedView = z.object({
  id: z.string(),
  parentId: z.string(),
  valid: z.boolean(),
  cost: z.number(),
  unserved: z.number(),
  difference: differenceView,
  tell: tellView,
});
export type ReplannedView = z.infer<typeof replannedView>;

export const curveView = z.object({
  points: z.array(z.object({ changedClients: z.number(), cost: z.number(), unserved: z.number() })),
});
export type CurveView = z.infer<typeof curveView>;
