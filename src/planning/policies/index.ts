/** Policies: named weights, by versions. */
export * from "./builtIn.js";
export * from "./ports.js";
