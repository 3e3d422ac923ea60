import type { Feature } from "./feature.js";

export const crews: Feature = {
  about: "one basic visit in twenty takes two nurses at once",
  apply({ problem }, draw) {
    for (const visit of problem.visits) {
      if (visit.typeId === "basic" && draw.chance(0.05)) visit.crewSize = 2;
    }
  },
};
