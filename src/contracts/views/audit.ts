/** The audit log as the screens read it. */
import { z } from "zod";
import { role } from "../access/roles.js";

export const auditEntryView = z.object({
  sequence: z.int(),
  at: z.string(),
  userId: z.string(),
  role,
  action: z.enum(["read", "change"]),
  route: z.string(),
  status: z.int(),
  requestId: z.string(),
  reason: z.string().nullable(),
  subjects: z.array(
    z.object({
      kind: z.enum(["client", "nurse", "plan", "problem", "job", "date", "user"]),
      id: z.string(),
    }),
  ),
});
export type AuditEntryView = z.infer<typeof auditEntryView>;
