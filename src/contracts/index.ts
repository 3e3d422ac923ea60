/** The documents at the border: their schemas, their types, and how they are read. */
export * from "./fault.js";
export * from "./problemSchema.js";
export * from "./planSchema.js";
export * from "./travelSource.js";
