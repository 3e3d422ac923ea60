/** Studies of a finished plan: reasons, bound, robustness, prices. */
export * from "./bound.js";
export * from "./deepExplanation.js";
export * from "./ports.js";
