/** Somebody with one of the skills named is at work whenever anybody is. */
import type { Duty, Person } from "./duties.js";
import { stretchesOf } from "./duties.js";
import type { FiguresOf, Found } from "./finding.js";

export function professionalOnShift(
  duties: readonly Duty[],
  personOf: (nurseId: string) => Person,
  rule: FiguresOf<"professional-on-shift">,
): Found[] {
  const able = (duty: Duty): boolean =>
    personOf(duty.nurseId).skills.some((skill) => rule.skills.includes(skill));
  const covered = stretchesOf(duties.filter(able));
  return stretchesOf(duties.filter((duty) => !able(duty))).flatMap((stretch) => {
    const gaps: Found[] = [];
    let from = stretch.from;
    const tell = (to: number): void => {
      if (to <= from) return;
      gaps.push({
        duties: stretch.duties.filter((duty) => duty.from < to && duty.to > from),
        from,
        to,
        figures: { minutes: Math.floor((to - from) / 60) },
      });
    };
    for (const one of covered) {
      if (one.to <= from || one.from >= stretch.to) continue;
      tell(Math.min(one.from, stretch.to));
      from = Math.max(from, one.to);
    }
    tell(stretch.to);
    return gaps;
  });
}
