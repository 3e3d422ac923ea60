/** The demo organisation. */
export * from "./loadDemo.js";
