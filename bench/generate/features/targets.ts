import type { Feature } from "./feature.js";

export const targets: Feature = {
  about: "four shifts of ten have a target load of two thirds of their length; more is overload",
  apply({ problem }, draw) {
    for (const shift of problem.shifts) {
      if (!draw.chance(0.4)) continue;
      const minutes = (Date.parse(shift.to) - Date.parse(shift.from)) / 60_000;
      shift.targetMinutes = Math.round((minutes * 2) / 3 / 5) * 5;
    }
    problem.weights = { ...problem.weights, overload: 1 };
  },
};
