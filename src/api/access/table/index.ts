/** The access table: every route, and what each role may do with it. One file a group. */
import type { AccessRow } from "../rows.js";
import { ACCESS_ROWS } from "./access.js";
import { ALARM_ROWS } from "./alarms.js";
import { ACTUALS_ROWS } from "./actuals.js";
import { CONTACT_ROWS } from "./contact.js";
import { EXPLAIN_ROWS } from "./explain.js";
import { GENERATE_ROWS } from "./generate.js";
import { PHONE_ROWS } from "./phone.js";
import { PLANNING_ROWS } from "./planning.js";
import { PUBLIC_ROWS } from "./public.js";
import { STANDING_ROWS } from "./standing.js";

/** By group; the group is also what a token's scopes name. */
export const GROUPS: Readonly<Record<string, readonly AccessRow[]>> = {
  public: PUBLIC_ROWS,
  access: ACCESS_ROWS,
  contact: CONTACT_ROWS,
  phone: PHONE_ROWS,
  planning: PLANNING_ROWS,
  standing: STANDING_ROWS,
  generate: GENERATE_ROWS,
  actuals: ACTUALS_ROWS,
  explain: EXPLAIN_ROWS,
  alarms: ALARM_ROWS,
};
