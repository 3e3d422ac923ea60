/** A nurse's hours on a date. */
import { z } from "zod";
import { id, minutes, minutesOrNone, points } from "../basics.js";
import { date, refuse, timeOfDay } from "./basics.js";

/** A break whose times are counted from the shift's start. */
export const shiftBreakRecord = z.strictObject({
  minutes,
  earliestAfterMinutes: minutesOrNone.describe("First allowed start, from the shift's start."),
  latestAfterMinutes: minutesOrNone.describe("Last allowed start, from the shift's start."),
  afterMinutes: minutesOrNone
    .exactOptional()
    .describe("May be left out if the round is no longer than this. Default 0: never left out."),
  inside: z.boolean().exactOptional().describe("Has a visit before it and one after it. Default false."),
});

export const shiftRecord = z
  .strictObject({
    id,
    nurseId: id,
    unitId: id.exactOptional(),
    date: date.describe("The local date on which it starts."),
    from: timeOfDay,
    to: timeOfDay.describe("No later than `from`: on the next date."),
    startPlaceId: id,
    endPlaceId: id,
    mode: id.exactOptional().describe("Absent: the vehicle's, or else the nurse's."),
    vehicleId: id.exactOptional().describe("Uses one of these pool vehicles from beginning to end."),
    startBufferMinutes: minutesOrNone
      .exactOptional()
      .describe("Keys, handover: before departure. Default 0."),
    endBufferMinutes: minutesOrNone.exactOptional().describe("Charting: after return. Default 0."),
    breaks: z.array(shiftBreakRecord).max(10).exactOptional(),
    maxOvertimeMinutes: minutesOrNone.exactOptional().describe("Default 0."),
    useCost: points.exactOptional().describe("Beside a substitute's activation cost. Default 0."),
    targetMinutes: minutesOrNone
      .exactOptional()
      .describe("Load beyond which work is overload; absent: none."),
  })
  .superRefine(({ breaks = [], from, to, startBufferMinutes = 0, endBufferMinutes = 0 }, context) => {
    for (const [at, { earliestAfterMinutes, latestAfterMinutes }] of breaks.entries()) {
      if (latestAfterMinutes < earliestAfterMinutes)
        refuse(
          context,
          "break-delay-order",
          `latestAfterMinutes is ${latestAfterMinutes}, earliestAfterMinutes ${earliestAfterMinutes}`,
          ["breaks", String(at), "latestAfterMinutes"],
        );
    }
    const length = shiftMinutes(from, to);
    if (startBufferMinutes + endBufferMinutes >= length)
      refuse(
        context,
        "shift-buffers",
        `buffers of ${startBufferMinutes} and ${endBufferMinutes} minutes fill the ${length} minutes of the shift`,
        ["startBufferMinutes"],
      );
  });

function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** Minutes by the clock from one time of day to the next time it is `to`; 1 to 1440. */
export function shiftMinutes(from: string, to: string): number {
  const length = minuteOfDay(to) - minuteOfDay(from);
  return length > 0 ? length : length + 1440;
}

/** Whether a shift or window reaches into the next date. */
export function reachesNextDay(from: string, to: string): boolean {
  return minuteOfDay(to) <= minuteOfDay(from);
}

export type ShiftBreakRecord = z.infer<typeof shiftBreakRecord>;
export type ShiftRecord = z.infer<typeof shiftRecord>;
