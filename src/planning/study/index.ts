/** Studies of a finished plan: reasons, bound, robustness, prices. */
export * from "./bound.js";
export * from "./boundWords.js";
export * from "./deepExplanation.js";
export * from "./learnedSpreads.js";
export * from "./ports.js";
export * from "./promises/index.js";
export * from "./replays.js";
export * from "./robustness.js";
export * from "./safety.js";
export * from "./stores.js";
export * from "./words.js";
