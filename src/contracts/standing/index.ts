/** Standing data: what an office knows before any day is planned. */
export * from "./basics.js";
export * from "./catalogue.js";
export * from "./clients.js";
export * from "./kinds.js";
export * from "./nurses.js";
export * from "./organisation.js";
export * from "./periods.js";
export * from "./readRecord.js";
export * from "./references.js";
export * from "./requirements.js";
export * from "./rhythm.js";
export * from "./shifts.js";
