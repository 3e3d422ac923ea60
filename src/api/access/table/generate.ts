/** Visits out of requirements, capacity, policies. */
import { row } from "../rows.js";

export const GENERATE_ROWS = [
  row("POST /days/generate", { allowed: ["coordinator"], personal: true, areas: "handler" }),
  row("POST /demo", { allowed: ["coordinator"] }),
  row("POST /weeks/generate", { allowed: ["coordinator"], personal: true, areas: "handler" }),
  row("GET /problems/:id/generation", { allowed: ["coordinator"], personal: true }),
  row("GET /problems/:id/capacity", { allowed: ["coordinator", "service-guide", "purchaser"] }),
  row("GET /policies", { allowed: ["coordinator", "service-guide", "purchaser", "operations", "auditor"] }),
  row("GET /policies/:id", {
    allowed: ["coordinator", "service-guide", "purchaser", "operations", "auditor"],
  }),
  row("PUT /policies/:id", { allowed: ["coordinator"] }),
  row("POST /problems/:id/policy-comparisons", { allowed: ["coordinator"] }),
  row("GET /policy-comparisons/:id", { allowed: ["coordinator"] }),
];
