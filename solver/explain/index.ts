/** Reasons, from a finished plan and its problem alone. */
export type { Barrier, BarrierRule } from "./barriers.js";
export type { Conflict } from "./conflict.js";
export type { Displacement } from "./displace.js";
export type { Fact } from "./facts.js";
export type { Parts } from "./parts.js";
export type { FoundPlace } from "./places.js";
export { Relief } from "./relief.js";
export { Explainer, type ExplainOptions, type Kind, type VisitExplanation } from "./visit.js";
