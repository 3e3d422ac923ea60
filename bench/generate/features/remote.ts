import type { Feature } from "./feature.js";

export const remote: Feature = {
  about: "one short visit in fifteen of one nurse is by video",
  apply({ problem }, draw) {
    for (const visit of problem.visits) {
      const short = visit.typeId === "basic" || visit.typeId === "demanding";
      if (short && (visit.crewSize ?? 1) === 1 && draw.chance(1 / 15)) visit.remote = true;
    }
  },
};
