export * from "./accounts.js";
export * from "./roles.js";
export * from "./contact.js";
