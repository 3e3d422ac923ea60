import type { Feature } from "./feature.js";

export const manyModes: Feature = {
  about: "four nurses of ten go by bicycle, one of ten on foot",
  apply({ problem }, draw) {
    for (const shift of problem.shifts) {
      const dice = draw.real(0, 1);
      if (dice < 0.4) shift.mode = "bike";
      else if (dice < 0.5) shift.mode = "walk";
    }
  },
};
