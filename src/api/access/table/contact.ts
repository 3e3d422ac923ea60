/** Events, messages, calendar links. */
import { row } from "../rows.js";

export const CONTACT_ROWS = [
  row("GET /events", { allowed: ["coordinator", "service-guide"], own: ["nurse"], ownBy: "handler" }),
  row("GET /messages", {
    allowed: ["coordinator"],
    own: ["nurse"],
    ownBy: "handler",
    areas: "handler",
    personal: true,
  }),
  row("POST /messages", {
    allowed: ["coordinator"],
    own: ["nurse"],
    ownBy: "handler",
    areas: "handler",
    personal: true,
    changes: "message",
  }),
  row("POST /messages/:id/read", {
    allowed: ["coordinator"],
    own: ["nurse"],
    ownBy: "handler",
    changes: "message",
  }),
  row("GET /nurses/:id/calendar-links", { allowed: ["coordinator"], own: ["nurse"] }),
  row("POST /nurses/:id/calendar-links", { own: ["nurse"], secret: true }),
  row("DELETE /nurses/:id/calendar-links/:linkId", { allowed: ["coordinator"], own: ["nurse"] }),
];
