/** Policies: named weights, by versions. */
export * from "./builtIn.js";
export * from "./compare.js";
export * from "./ports.js";
