/** What the office and nurses tell each other. */
export * from "./ports.js";
export * from "./calendar.js";
