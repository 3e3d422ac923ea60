/** Problems, jobs, plans, versions: a day's work with persons in it. */
import type { Role } from "../../../contracts/index.js";
import { anyoneRow, row } from "../rows.js";

const PLANNERS: readonly Role[] = ["coordinator"];
const FIGURES: readonly Role[] = ["coordinator", "purchaser", "operations", "auditor"];

export const PLANNING_ROWS = [
  // Street maps: no persons.
  anyoneRow("GET /maps"),
  anyoneRow("GET /maps/*"),
  row("POST /problems", { allowed: PLANNERS, personal: true, areas: "handler" }),
  row("GET /problems/:id", { allowed: ["coordinator", "operations"] }),
  row("GET /problems/:id/document", { allowed: PLANNERS, personal: true }),
  row("POST /problems/:id/jobs", { allowed: PLANNERS }),
  row("POST /jobs", { allowed: PLANNERS }),
  row("GET /jobs/:id", { allowed: ["coordinator", "operations"] }),
  row("GET /jobs/:id/events", { allowed: ["coordinator", "operations"] }),
  row("POST /jobs/:id/cancel", { allowed: PLANNERS }),
  row("DELETE /jobs/:id", { allowed: PLANNERS }),
  row("GET /jobs/:id/result", { allowed: PLANNERS, personal: true }),
  row("GET /plans/:id", { allowed: PLANNERS, personal: true }),
  row("GET /plans/:id/verdict", { allowed: PLANNERS, personal: true }),
  row("GET /plans/:id/routes", { allowed: PLANNERS, personal: true }),
  row("GET /plans/:id/version", { allowed: PLANNERS, personal: true }),
  row("GET /plans/:id/day", { allowed: PLANNERS, personal: true }),
  row("GET /problems/:id/day", { allowed: PLANNERS, personal: true }),
  row("GET /plans/:id/problem", { allowed: PLANNERS, personal: true }),
  row("GET /plans/:id/differences/:otherId", { allowed: PLANNERS, personal: true }),
  row("GET /plans/:id/figures", { allowed: FIGURES }),
  row("POST /plans/:id/publish", { allowed: PLANNERS, personal: true, changes: "publication" }),
  row("POST /plans/:id/edits", { allowed: PLANNERS, personal: true, changes: "draft" }),
  row("POST /plans/:id/places", { allowed: PLANNERS, personal: true }),
  row("POST /plans/:id/replans", { allowed: PLANNERS, personal: true, changes: "draft" }),
  row("POST /plans/:id/replans/curve", { allowed: PLANNERS, personal: true }),
  row("GET /days/:date/versions", { allowed: PLANNERS, personal: true, areas: "handler" }),
  row("GET /days/:date/published", { allowed: PLANNERS, personal: true, areas: "handler" }),
  row("GET /days", { allowed: ["coordinator", "service-guide", "operations"] }),
  row("GET /days/:date/problems", { allowed: PLANNERS }),
  row("POST /demo/day", { allowed: PLANNERS }),
  row("GET /nurses/:id/visits", { allowed: PLANNERS, own: ["nurse"], personal: true }),
];
