/** What happened, and what follows from it: learned durations, continuity, equity, working time. */
import { row } from "../rows.js";

export const ACTUALS_ROWS = [
  row("POST /actuals", {
    allowed: ["coordinator"],
    own: ["nurse"],
    ownBy: "handler",
    personal: true,
    changes: "live",
  }),
  row("GET /actuals", { allowed: ["coordinator"], own: ["nurse"], ownBy: "nurse-in-query", personal: true }),
  row("DELETE /actuals/:id/text", { allowed: ["coordinator"], personal: true }),
  row("GET /actuals/done", { allowed: ["coordinator"], personal: true }),
  row("GET /days/:date/live", { allowed: ["coordinator"], personal: true }),
  row("GET /durations/suggestions", { allowed: ["coordinator", "service-guide"], personal: true }),
  row("GET /continuity", { allowed: ["coordinator", "service-guide"], personal: true }),
  row("GET /equity", { allowed: ["coordinator", "service-guide"], personal: true }),
  row("POST /problems/:id/equity", { allowed: ["coordinator"], personal: true }),
  row("POST /rosters/check", { allowed: ["coordinator"], personal: true }),
  row("GET /plans/:id/working-time", { allowed: ["coordinator"], personal: true }),
  row("GET /working-time", { allowed: ["coordinator"], personal: true }),
  row("GET /working-time/rule-sets", { allowed: ["coordinator", "service-guide", "auditor"] }),
  row("PUT /working-time/rule-sets/:id", {}),
  row("GET /figures", { allowed: ["coordinator", "service-guide", "purchaser", "operations", "auditor"] }),
];
