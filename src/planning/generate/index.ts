/** From standing data to problems. */
export * from "./elsewhere.js";
export * from "./frame.js";
export * from "./generateProblem.js";
export * from "./ports.js";
export * from "./readStanding.js";
export * from "./standing.js";
