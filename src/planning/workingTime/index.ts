/** Working-time rules: a dated rule set, rosters, and what the rules find in them. */
export * from "./check.js";
export * from "./choose.js";
export * from "./defaultRules.js";
export type { Duty, Person } from "./duties.js";
export type { Finding } from "./finding.js";
export * from "./ports.js";
export * from "./roster.js";
export * from "./words.js";
export * from "./worked.js";
