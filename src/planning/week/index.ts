/** Several dates planned together. */
export * from "./days.js";
