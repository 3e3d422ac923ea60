import type { Feature } from "./feature.js";

export const nurseLinks: Feature = {
  about: "some clients want the same nurse, or another, at their next visit; some visits follow within hours",
  apply({ problem, wishes }, draw) {
    const links = (problem.links ??= []);
    problem.visits.forEach((visit, i) => {
      const next = problem.visits[i + 1];
      if (next === undefined || next.clientId !== visit.clientId || !draw.chance(0.25)) return;
      // A morning and an evening visit have the same nurse only on a split shift.
      const close = wishes[i + 1]!.preferredFrom - wishes[i]!.preferredFrom < 300;
      const kind = close ? draw.pick(["same-nurse", "different-nurse"] as const) : "different-nurse";
      links.push({ kind, visits: [visit.id, next.id] });
      if (close && draw.chance(0.3)) {
        links.push({ kind: "gap", first: visit.id, second: next.id, minMinutes: 60, maxMinutes: 300 });
      }
    });
  },
};
