import { z } from "zod";
import { AUDIT_ACTIONS, type AuditEntry, SUBJECT_KINDS } from "../../../planning/access/index.js";
import { role } from "../../../contracts/index.js";
import { errors } from "../../schemas.js";
import type { AccountRoute } from "./deps.js";

const at = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const querystring = z.object({
  from: at.optional().describe("Inclusive"),
  to: at.optional().describe("Exclusive"),
  userId: z.string().min(1).max(200).optional(),
  clientId: z.string().min(1).max(200).optional().describe("Also plans and problems with a visit of hers"),
  after: z.coerce.number().int().min(0).optional().describe("`sequence` of the last entry read"),
  limit: z.coerce.number().int().min(1).max(10_000).default(1_000),
  format: z.enum(["json", "csv"]).default("json"),
});

const entry = z.object({
  sequence: z.int(),
  at: z.string(),
  userId: z.string(),
  role,
  action: z.enum(AUDIT_ACTIONS),
  route: z.string(),
  status: z.int().describe("400 and above: it was refused, and nothing shown or changed"),
  requestId: z.string(),
  reason: z.string().nullable().describe("In the words of who asked (x-reason, or the body's reason)"),
  subjects: z.array(z.object({ kind: z.enum(SUBJECT_KINDS), id: z.string() })),
});

const HEADER = "sequence,at,userId,role,action,route,status,requestId,reason,subjects";

/** RFC 4180, and no cell that a spreadsheet takes for a formula. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csvOf(entries: readonly AuditEntry[]): string {
  const lines = entries.map((one) =>
    [
      String(one.sequence),
      one.at.toISOString(),
      one.userId,
      one.role,
      one.action,
      one.route,
      String(one.status),
      one.requestId,
      one.reason ?? "",
      one.subjects.map(({ kind, id }) => `${kind}:${id}`).join(" "),
    ]
      .map(cell)
      .join(","),
  );
  return `${[HEADER, ...lines].join("\r\n")}\r\n`;
}

export const audit: AccountRoute = (app, accounts) => {
  app.get(
    "/audit",
    {
      schema: {
        summary: "Who read and changed personal data, oldest first; JSON or CSV",
        tags: ["access"],
        querystring,
        response: {
          200: {
            description: "`entries`, or their rows",
            content: {
              "application/json": { schema: z.object({ entries: z.array(entry) }) },
              "text/csv": { schema: z.string() },
            },
          },
          ...errors(400, 401, 403),
        },
      },
    },
    async ({ query }, reply) => {
      const { format, from, to, userId, clientId, after, limit } = query;
      const entries = await accounts.audit.list({
        limit,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        ...(userId === undefined ? {} : { userId }),
        ...(clientId === undefined ? {} : { clientId }),
        ...(after === undefined ? {} : { after }),
      });
      void reply.header("cache-control", "no-store");
      if (format === "csv") {
        return reply
          .type("text/csv; charset=utf-8")
          .header("content-disposition", 'attachment; filename="audit.csv"')
          .serializer((text: string) => text)
          .send(csvOf(entries));
      }
      return {
        entries: entries.map((one) => ({
          ...one,
          at: one.at.toISOString(),
          subjects: [...one.subjects],
        })),
      };
    },
  );
};
