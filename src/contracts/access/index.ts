export * from "./accounts.js";
export * from "./roles.js";
