/** What studies of a plan answer: reasons, bound, robustness, prices. */
export * from "./explanations.js";
