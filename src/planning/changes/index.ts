/** What changed, told to whoever listens: the source of the event stream. */
export * from "./hub.js";
export * from "./areas.js";
export * from "./filter.js";
export * from "./jobs.js";
