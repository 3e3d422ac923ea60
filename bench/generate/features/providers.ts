import type { Feature } from "./feature.js";

export const providers: Feature = {
  about: "a physiotherapy firm everywhere and a care firm in one area, both limited",
  apply({ problem }, draw) {
    const areas = [...new Set(problem.clients.flatMap((c) => c.areaId ?? []))];
    const most = Math.ceil(problem.visits.length / 40);
    problem.providers = [
      { id: "physio", typeIds: ["rehabilitative"], maxVisits: most + 1, cost: 9000 },
      {
        id: "care",
        typeIds: ["basic", "demanding"],
        areaIds: [draw.pick(areas)],
        maxVisits: most + 2,
        cost: 14_000,
      },
    ];
  },
};
