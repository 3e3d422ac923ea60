/** The phone without its screens: what it keeps, what it queues, what it shows when. */
export * from "./accessNotes.js";
export * from "./changes.js";
export * from "./clock.js";
export * from "./database.js";
export * from "./directions.js";
export * from "./entries.js";
export * from "./ownership.js";
export * from "./queue.js";
export * from "./round.js";
