/** Breaks of a shift. */
import { type Duty, HOUR, type Span } from "./duties.js";
import { type Found, inHours, type NurseRule } from "./finding.js";

const minutesOf = ({ from, to }: Span): number => Math.floor((to - from) / 60);
const found = (duty: Duty, figures: Found["figures"]): Found => ({
  duties: [duty],
  from: duty.from,
  to: duty.to,
  figures,
});

export const mealBreak: NurseRule<"meal-break"> = ({ duties }, rule) =>
  duties.flatMap((duty) => {
    if (duty.breaks === null || duty.to - duty.from <= rule.overHours * HOUR) return [];
    const longest = Math.max(0, ...duty.breaks.map(minutesOf));
    if (longest >= rule.minutes) return [];
    return [
      found(duty, {
        shiftHours: inHours(duty.to - duty.from),
        minutes: longest,
        requiredMinutes: rule.minutes,
      }),
    ];
  });

/** Of breaks that are long enough to be the meal's. */
export const breakPlace: NurseRule<"break-place"> = ({ duties }, rule, { rules }) => {
  const least = 60 * (rules["meal-break"]?.minutes ?? 0);
  return duties.flatMap((duty) =>
    (duty.breaks ?? [])
      .filter(({ from, to }) => to - from >= least)
      .filter(({ from, to }) => Math.min(from - duty.from, duty.to - to) < 60 * rule.apartMinutes)
      .map(({ from, to }) =>
        found(duty, {
          afterStartMinutes: Math.floor((from - duty.from) / 60),
          beforeEndMinutes: Math.floor((duty.to - to) / 60),
          requiredMinutes: rule.apartMinutes,
        }),
      ),
  );
};

export const longShiftRest: NurseRule<"long-shift-rest"> = ({ duties }, rule) =>
  duties.flatMap((duty) => {
    if (duty.breaks === null || duty.to - duty.from <= rule.overHours * HOUR) return [];
    const late = duty.breaks.filter(({ from }) => from >= duty.from + rule.afterHours * HOUR);
    const longest = Math.max(0, ...late.map(minutesOf));
    if (longest >= rule.minutes) return [];
    return [
      found(duty, {
        shiftHours: inHours(duty.to - duty.from),
        minutes: longest,
        requiredMinutes: rule.minutes,
        afterHours: rule.afterHours,
      }),
    ];
  });
