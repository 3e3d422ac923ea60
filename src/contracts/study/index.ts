/** What studies of a plan answer: reasons, bound, robustness, prices. */
export * from "./bound.js";
export * from "./explanations.js";
export * from "./geometry.js";
export * from "./promises.js";
export * from "./robustness.js";
