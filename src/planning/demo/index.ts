/** The demo organisation. */
export * from "./happened.js";
export * from "./loadDemo.js";
export * from "./messages.js";
export * from "./whose.js";
