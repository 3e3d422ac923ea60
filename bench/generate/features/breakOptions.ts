import type { Feature } from "./feature.js";

export const breakOptions: Feature = {
  about:
    "meal breaks that are left out on short routes, counted from departure, or between visits; coffee breaks",
  apply({ problem, clock }, draw) {
    for (const shift of problem.shifts) {
      const meal = shift.breaks?.[0];
      if (meal === undefined) continue;
      if (draw.chance(0.35)) meal.afterMinutes = 360;
      if (draw.chance(0.35)) {
        meal.earliestAfterMinutes = 90;
        meal.latestAfterMinutes = 330;
      }
      if (draw.chance(0.4)) meal.inside = true;
      if (draw.chance(0.2)) {
        const morning = shift.from === clock(420);
        shift.breaks?.push({
          id: "coffee",
          minutes: 10,
          from: clock(morning ? 780 : 1170),
          to: clock(morning ? 870 : 1260),
          afterMinutes: 300,
        });
      }
    }
  },
};
