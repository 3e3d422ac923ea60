/** Standing data: kept, checked against each other, imported. */
export * from "./change.js";
export * from "./importRows.js";
export * from "./ports.js";
export type { Proposal } from "./proposals.js";
