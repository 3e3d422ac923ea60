/** What past days add up to for a client: who came, how late, how long. */
export * from "./continuity.js";
export * from "./familiar.js";
export * from "./durations.js";
export * from "./equity.js";
export * from "./periodFigures.js";
export * from "./seen.js";
