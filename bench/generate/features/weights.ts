import type { Feature } from "./feature.js";

export const wait: Feature = {
  about: "waiting on a route costs 1 point a second",
  apply({ problem }) {
    problem.weights = { ...problem.weights, wait: 1 };
  },
};

export const worstLate: Feature = {
  about: "the greatest lateness of any visit costs 1 point a second",
  apply({ problem }) {
    problem.weights = { ...problem.weights, worstLate: 1 };
  },
};
