import { publishedPlan } from "../published.js";
import type { Feature } from "./feature.js";

export const previous: Feature = {
  about: "a published plan that held yesterday; one of its shifts is gone; each moved visit costs 300 points",
  apply(draft, draw) {
    const { problem } = draft;
    const visits = publishedPlan(draft, draw);
    const gone = draw.pick(problem.shifts).id;
    for (const visit of Object.values(visits)) {
      visit.shiftIds = visit.shiftIds.map((id) => (id === gone ? "gone" : id));
    }
    problem.previous = { visits };
    problem.weights = { ...problem.weights, moved: 300 };
  },
};

export const limits: Feature = {
  about: "with previous: at most a third of its clients get other nurses, no start moves by over two hours",
  apply({ problem }) {
    const clients = new Set(
      problem.visits.filter((v) => problem.previous?.visits[v.id] !== undefined).map((v) => v.clientId),
    );
    problem.limits = { changedClients: Math.ceil(clients.size / 3), movedStartMinutes: 120 };
  },
};
