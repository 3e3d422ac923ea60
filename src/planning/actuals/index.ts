/** What happened on the days: events of phones, the day as it runs, planned against done. */
export * from "./clock.js";
export * from "./expected.js";
export * from "./history.js";
export * from "./live.js";
export * from "./plannedAgainstDone.js";
export * from "./ports.js";
export * from "./record.js";
export * from "./sheet.js";
export * from "./visitState.js";
