import type { Feature } from "./feature.js";

/** Least part that is left of a window, minutes. */
const PART = 30;

export const severalWindows: Feature = {
  about: "one visit in twelve may not start in the middle of its window, which leaves two or three",
  apply({ problem, wishes, clock }, draw) {
    problem.visits.forEach((visit, i) => {
      const { windowFrom: from, windowTo: to, critical } = wishes[i]!;
      if (critical || to - from < 4 * PART || !draw.chance(1 / 12)) return;
      const cuts = to - from >= 7 * PART && draw.chance(0.3) ? 2 : 1;
      const edges = [from];
      const part = Math.floor((to - from) / (2 * cuts + 1));
      for (let k = 1; k <= 2 * cuts; k++) edges.push(from + k * part + draw.between(0, 5));
      edges.push(to);
      visit.windows = [];
      for (let k = 0; k < edges.length; k += 2) {
        visit.windows.push({ from: clock(edges[k]!), to: clock(edges[k + 1]!) });
      }
    });
  },
};
