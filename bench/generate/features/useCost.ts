import type { Feature } from "./feature.js";

export const useCost: Feature = {
  about: "one shift in five costs 2,500 points to use (agency staff)",
  apply({ problem }, draw) {
    for (const shift of problem.shifts) if (draw.chance(0.2)) shift.useCost = 2500;
  },
};
