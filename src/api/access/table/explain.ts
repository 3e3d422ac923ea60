/** Why a plan is as it is. */
import { row } from "../rows.js";

export const EXPLAIN_ROWS = [
  row("GET /plans/:id/explanations", { allowed: ["coordinator"], personal: true }),
  row("GET /plans/:id/visits/:visitId/explanation", { allowed: ["coordinator"], personal: true }),
  row("GET /plans/:id/robustness", { allowed: ["coordinator"], personal: true }),
  row("GET /plans/:id/promises", { allowed: ["coordinator"], personal: true }),
  row("POST /plans/:id/robustness", { allowed: ["coordinator"], personal: true }),
  row("POST /plans/:id/bound", { allowed: ["coordinator", "operations"] }),
  row("GET /plans/:id/bound", { allowed: ["coordinator", "operations"] }),
  row("GET /plans/:id/geometry", { allowed: ["coordinator"], personal: true }),
];
