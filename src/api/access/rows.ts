/** What a row of the access table says. docs/access.md tells how to add one. */
import type { Role } from "../../contracts/index.js";
import type { ChangeKind } from "../../planning/changes/index.js";

export interface RowWish {
  /** Roles that may call the route with any id (within their areas). The administrator always may. */
  readonly allowed?: readonly Role[];
  /** Roles that may call it for what is their own only; anything else is 404 to them. */
  readonly own?: readonly Role[];
  /**
   * How own is told: `nurse-in-path` (default): the first `:part` of the path is her nurse id;
   * `nurse-in-query`: the query has `nurseId`, and it is hers (anything else is 404);
   * `handler`: the route itself looks at `request.identity`.
   */
  readonly ownBy?: "nurse-in-path" | "nurse-in-query" | "handler";
  /** The answer or body has persons: every call is recorded in the audit log. */
  readonly personal?: boolean;
  /**
   * `handler`: the route holds its answer to `request.identity.areas` by itself. Absent: by the
   * client, nurse, plan, problem or job in the path; where there is none and the row is
   * personal, those who are limited to areas are refused.
   */
  readonly areas?: "handler";
  /** A successful call is told on the event stream as this kind. */
  readonly changes?: ChangeKind;
  /** The answer has a secret: it is not kept for Idempotency-Key. */
  readonly secret?: boolean;
}

export type Decision = "allowed" | "own" | "refused";

export interface AccessRow extends RowWish {
  /** `METHOD /path/:part`; a path that ends with * stands for all below it. GET stands for HEAD too. */
  readonly route: string;
  /** `public`: without sign-in; `anyone`: whoever has signed in; else by role. */
  readonly who: "public" | "anyone" | "roles";
}

export function row(route: string, wish: RowWish): AccessRow {
  return { route, who: "roles", ...wish };
}

/** Callable without sign-in: nothing of persons, nothing that changes anything but one's own session. */
export function publicRow(route: string, wish: Pick<RowWish, "secret"> = {}): AccessRow {
  return { route, who: "public", ...wish };
}

/** Callable by everybody who has signed in; about oneself, or without persons. */
export function anyoneRow(route: string, wish: Pick<RowWish, "secret" | "changes"> = {}): AccessRow {
  return { route, who: "anyone", ...wish };
}

/** What a role may do by a row. */
export function decide(entry: AccessRow, role: Role): Decision {
  if (entry.who !== "roles" || role === "administrator") return "allowed";
  if (entry.allowed?.includes(role) === true) return "allowed";
  return entry.own?.includes(role) === true ? "own" : "refused";
}
