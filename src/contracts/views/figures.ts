/** The key figures of a period: at most eight headlines, then by visit type, then what was done. */
import { z } from "zod";
import { figuresView } from "./versions.js";

export const periodFiguresView = figuresView.extend({
  from: z.string(),
  to: z.string(),
  days: z.int().describe("Published days in the period"),
  detail: z.object({
    paidMinutes: z.number(),
    visitMinutes: z.number(),
    travelMinutes: z.number(),
    visits: z.int(),
    usedShifts: z.int(),
    byType: z.array(
      z.object({
        typeId: z.string(),
        visits: z.int(),
        served: z.int(),
        bought: z.int(),
        nurseMinutes: z.number(),
        purchaserEuros: z.number().nullable(),
        clientEuros: z.number().nullable(),
      }),
    ),
  }),
  done: z.object({
    recordedDays: z.int(),
    plannedVisits: z.int(),
    doneVisits: z.int(),
    begunOnTimePercent: z.number().nullable(),
    cancelledAtDoor: z.int(),
    notAtHome: z.int(),
    doneMinutes: z.number(),
    plannedMinutesOfThese: z.number(),
  }),
});
export type PeriodFiguresView = z.infer<typeof periodFiguresView>;
