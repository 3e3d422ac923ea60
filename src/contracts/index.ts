/** The documents at the border: their schemas, their types, and how they are read. */
export * from "./actuals.js";
export * from "./generation.js";
export * from "./generationWarnings.js";
export * from "./policies.js";
export * from "./capacity.js";
export * from "./fault.js";
export * from "./faultCatalogue.js";
export * from "./faultSummary.js";
export * from "./jsonSchema.js";
export * from "./jsonText.js";
export * from "./planSchema.js";
export * from "./parsePlan.js";
export * from "./parseProblem.js";
export * from "./problemSchema.js";
export * from "./travelSource.js";
export * from "./access/index.js";
export * from "./workingTime.js";
