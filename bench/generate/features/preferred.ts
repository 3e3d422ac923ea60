import type { Feature } from "./feature.js";

export const preferred: Feature = {
  about: "every visit has a preferred time inside its window",
  apply({ problem, wishes, clock }) {
    problem.visits.forEach((visit, i) => {
      const wish = wishes[i]!;
      visit.preferred = { from: clock(wish.preferredFrom), to: clock(wish.preferredTo) };
    });
  },
};
