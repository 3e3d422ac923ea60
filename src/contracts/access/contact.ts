/** Shapes of messages, calendar links and the event stream. */
import { z } from "zod";

const id = z.string().min(1).max(200);

export const newMessage = z.strictObject({
  id: id.describe("Made by whoever writes it (a UUID): sent again it changes nothing"),
  nurseId: id.optional().describe("To whom; a nurse writes for herself and leaves it out"),
  visitId: id.nullable().default(null),
  date: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/)
    .nullable()
    .default(null),
  text: z.string().trim().min(1).max(2000),
});

export const messageView = z
  .object({
    id: z.string(),
    nurseId: z.string(),
    direction: z.enum(["to-nurse", "from-nurse"]),
    author: z.string().describe("Id of the account"),
    visitId: z.string().nullable(),
    date: z.string().nullable(),
    text: z.string(),
    sentAt: z.string(),
    readAt: z.string().nullable().describe("When the other side had read it"),
  })
  .meta({ id: "Message" });
export type MessageView = z.infer<typeof messageView>;

export const calendarLinkView = z
  .object({
    id: z.string(),
    createdAt: z.string(),
    revokedAt: z.string().nullable(),
  })
  .meta({ id: "CalendarLink" });

/** What an event of `GET /events` carries; its SSE id is `id`, its SSE event name `kind`. */
export const changeView = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.enum(["draft", "publication", "live", "message", "standing-data", "job"]),
  userId: z.string().nullable().describe("Who made it; null: the server, or not for the reader to know"),
  about: z.record(z.string(), z.union([z.string(), z.array(z.string())])).describe("Ids and dates"),
  nurseIds: z.array(z.string()).optional(),
});
export type ChangeView = z.infer<typeof changeView>;
