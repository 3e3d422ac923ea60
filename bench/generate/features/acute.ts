import type { Feature } from "./feature.js";

export const acute: Feature = {
  about:
    "one visit in forty was ordered this morning: a window from now to the day's end of its part, high cost",
  apply({ problem, wishes, clock }, draw) {
    problem.visits.forEach((visit, i) => {
      if ((visit.crewSize ?? 1) > 1 || !draw.chance(1 / 40)) return;
      const wish = wishes[i]!;
      const from = wish.windowFrom;
      visit.windows = [{ from: clock(from), to: clock(wish.windowTo) }];
      delete visit.preferred;
      visit.unservedCost = draw.pick([200_000, 300_000]);
    });
  },
};
