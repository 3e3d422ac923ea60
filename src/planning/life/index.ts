/** The life of a day's plan: versions, differences, figures, publishing. */
export * from "./acknowledge.js";
export * from "./comparePlans.js";
export * from "./editPlan.js";
export * from "./edits.js";
export * from "./figures.js";
export { addTallies, emptyTally, type FigureTally, tallyOf } from "./figureTally.js";
export * from "./findPlaces.js";
export * from "./loadVersion.js";
export * from "./ports.js";
export * from "./rehearse.js";
export * from "./replan.js";
export * from "./replanStart.js";
export * from "./standings.js";
export * from "./whatEdited.js";
export * from "./whomToTell.js";
export * from "./weights.js";
