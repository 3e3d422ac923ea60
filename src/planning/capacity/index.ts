/** Capacity: need against supply before solving. */
export * from "./capacity.js";
