/** Accounts, tokens, the audit log. */
import { anyoneRow, row } from "../rows.js";

export const ACCESS_ROWS = [
  anyoneRow("GET /me"),
  anyoneRow("POST /sign-out"),
  anyoneRow("POST /me/password", { secret: true }),
  row("GET /users", { allowed: ["auditor"] }),
  row("POST /users", { secret: true }),
  row("PATCH /users/:id", {}),
  row("POST /users/:id/invitation", { secret: true }),
  row("GET /tokens", { allowed: ["auditor"] }),
  row("POST /tokens", { secret: true }),
  row("DELETE /tokens/:id", {}),
  row("GET /audit", { allowed: ["auditor"] }),
];
