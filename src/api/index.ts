/** The HTTP API. */
export { buildApp } from "./app.js";
export type { ApiDeps } from "./deps.js";
export { API_ERRORS, type ApiErrorCode, type ApiErrorEntry } from "./errorCatalogue.js";
export { createLogger } from "./log.js";
