/** Rhythms of requirements: rules, movable days, holidays. */
export * from "./expand.js";
export * from "./holidays.js";
export * from "./rule.js";
