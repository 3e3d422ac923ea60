/** The nurse's phone, seen from the server. */
export * from "./handOver.js";
export * from "./nurseDay.js";
export * from "./ports.js";
export * from "./roster.js";
export * from "./told.js";
