/** Answers of the API that the screens read. */
export * from "./audit.js";
export * from "./days.js";
export * from "./editing.js";
export * from "./figures.js";
export * from "./jobs.js";
export * from "./ledger.js";
export * from "./live.js";
export * from "./map.js";
export * from "./standing.js";
export * from "./versions.js";
