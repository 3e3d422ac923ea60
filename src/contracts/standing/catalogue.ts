/** The catalogue of visit types. Everything but the id may be absent or empty. */
import { z } from "zod";
import { id, ids, minutes, minutesOrNone } from "../basics.js";
import { euros, names, text } from "./basics.js";

export const visitTypeRecord = z.strictObject({
  id,
  name: names.exactOptional(),
  description: text.exactOptional(),
  qualityCriteria: text.exactOptional(),
  grantingCriteria: text.exactOptional(),
  numberInNeed: z.int().min(0).max(1_000_000_000).exactOptional().describe("People who need it."),
  clientFeeEuros: euros.exactOptional().describe("What the client pays for a visit."),
  purchaserPriceEuros: euros.exactOptional().describe("What the purchaser pays for a visit."),
  priceComponents: z
    .array(z.strictObject({ name: z.string().min(1).max(200), euros }))
    .max(100)
    .exactOptional()
    .describe("What the purchaser's price is made of."),
  defaultMinutes: minutes.exactOptional().describe("For a requirement without minutes of its own."),
  requires: ids.exactOptional().describe("Skills that are all needed."),
  requiresAnyOf: ids.exactOptional().describe("At least one of these; empty or absent: anyone."),
  toleranceMinutes: minutesOrNone
    .exactOptional()
    .describe("How far a start may lie from the time wished where a requirement has no window."),
  remoteAllowed: z.boolean().exactOptional().describe("May be held over video. Default false."),
  directCare: z.boolean().exactOptional().describe("Counts as direct client work. Default true."),
});

export type VisitTypeRecord = z.infer<typeof visitTypeRecord>;
