/** Organisation, catalogue, clients, decisions, nurses, shifts; import and export. */
import type { Role } from "../../../contracts/index.js";
import { type AccessRow, type RowWish, row } from "../rows.js";

const OFFICE: readonly Role[] = ["coordinator", "service-guide"];
const EVERYBODY: readonly Role[] = [
  "coordinator",
  "service-guide",
  "nurse",
  "purchaser",
  "operations",
  "auditor",
];

interface Entity {
  readonly path: string;
  readonly read: RowWish;
  readonly write: readonly Role[];
}

/** GET list, GET one, its history, PUT one, DELETE one. */
function entity({ path, read, write }: Entity): readonly AccessRow[] {
  const personal = read.personal === true ? { personal: true } : {};
  return [
    row(`GET /${path}`, { ...read, ownBy: "nurse-in-query" }),
    row(`GET /${path}/:id`, { ...read, own: [] }),
    row(`GET /${path}/:id/history`, { ...read, own: [] }),
    row(`PUT /${path}/:id`, { allowed: write, ...personal, changes: "standing-data" }),
    row(`DELETE /${path}/:id`, { allowed: write, ...personal, changes: "standing-data" }),
  ];
}

const GUIDES: readonly Role[] = ["coordinator", "service-guide"];
const COORDINATORS: readonly Role[] = ["coordinator"];

export const STANDING_ROWS: readonly AccessRow[] = [
  // Without persons.
  ...entity({ path: "areas", read: { allowed: EVERYBODY }, write: [] }),
  ...entity({ path: "units", read: { allowed: EVERYBODY }, write: [] }),
  ...entity({ path: "service-lines", read: { allowed: EVERYBODY }, write: [] }),
  ...entity({ path: "visit-types", read: { allowed: EVERYBODY }, write: [] }),
  ...entity({ path: "qualifications", read: { allowed: EVERYBODY }, write: COORDINATORS }),
  ...entity({ path: "vehicles", read: { allowed: OFFICE }, write: COORDINATORS }),
  ...entity({ path: "closures", read: { allowed: OFFICE }, write: COORDINATORS }),
  ...entity({ path: "places", read: { allowed: OFFICE, personal: true }, write: GUIDES }),
  // Clients: the service guide keeps decisions and requirements.
  ...entity({ path: "clients", read: { allowed: OFFICE, personal: true }, write: GUIDES }),
  ...entity({ path: "homes", read: { allowed: OFFICE, personal: true }, write: GUIDES }),
  ...entity({ path: "away-periods", read: { allowed: OFFICE, personal: true }, write: GUIDES }),
  // Door codes: kept by coordinators; a nurse gets those of her visits by GET /nurses/:id/notes.
  ...entity({ path: "access-notes", read: { allowed: COORDINATORS, personal: true }, write: COORDINATORS }),
  ...entity({ path: "decisions", read: { allowed: OFFICE, personal: true }, write: GUIDES }),
  ...entity({ path: "requirements", read: { allowed: OFFICE, personal: true }, write: GUIDES }),
  // Staff. A nurse reads her own shifts and absences.
  ...entity({ path: "nurses", read: { allowed: COORDINATORS, personal: true }, write: COORDINATORS }),
  ...entity({
    path: "shifts",
    read: { allowed: COORDINATORS, own: ["nurse"], personal: true },
    write: COORDINATORS,
  }),
  ...entity({
    path: "absences",
    read: { allowed: COORDINATORS, own: ["nurse"], personal: true },
    write: COORDINATORS,
  }),
  // For the administrator alone: it cannot be taken back.
  row("POST /clients/:id/erasure", { personal: true, changes: "standing-data" }),
  row("POST /substitute-shifts", { allowed: COORDINATORS, personal: true, changes: "standing-data" }),
  row("POST /imports/:kind", { allowed: COORDINATORS, personal: true, changes: "standing-data" }),
  row("GET /exports/:kind", { allowed: COORDINATORS, personal: true }),
];
