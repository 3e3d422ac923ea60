/** What a nurse's phone asks for beside her visits. */
import { row } from "../rows.js";

export const PHONE_ROWS = [
  row("GET /nurses/:id/shifts", { allowed: ["coordinator"], own: ["nurse"], personal: true }),
  // Door codes and keys: for the nurse alone.
  row("GET /nurses/:id/notes", { own: ["nurse"], personal: true }),
  row("POST /nurses/:id/note-readings", { own: ["nurse"], personal: true }),
];
