import type { Feature } from "./feature.js";

export const gaps: Feature = {
  about: "two hours at least between the starts of one client's visits",
  apply({ problem }) {
    const links = (problem.links ??= []);
    problem.visits.forEach((visit, i) => {
      const next = problem.visits[i + 1];
      if (next !== undefined && next.clientId === visit.clientId) {
        links.push({ kind: "gap", first: visit.id, second: next.id, minMinutes: 120 });
      }
    });
  },
};
