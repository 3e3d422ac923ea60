/** Roles of those who sign in. docs/access.md tells what each may do. */
import { z } from "zod";

export const ROLES = [
  "coordinator",
  "service-guide",
  "nurse",
  "purchaser",
  "operations",
  "auditor",
  "administrator",
] as const;
export const role = z.enum(ROLES).describe("What somebody may do; see docs/access.md");
export type Role = z.infer<typeof role>;
