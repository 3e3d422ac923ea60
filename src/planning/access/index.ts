/** Who may do what: identities and what sign-in needs from its store. */
export * from "./identity.js";
export * from "./ports.js";
export * from "./nurseWindow.js";
