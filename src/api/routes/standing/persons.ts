/** Whose data a record is: for the audit log, and for those who are limited to areas. */
import type { FastifyRequest } from "fastify";
import type { StandingKind, StandingRecords } from "../../../contracts/standing/index.js";
import { withinAreas } from "../../../planning/access/index.js";
import type { StandingReader } from "../../../planning/standing/index.js";
import { noteChange, noteSubjects } from "../../access/index.js";
import { ApiError } from "../../apiError.js";

type AnyRecord = StandingRecords[StandingKind];

interface Owner {
  readonly kind: "client" | "nurse";
  readonly id: string;
}

type Named = Partial<Record<"clientId" | "nurseId" | "decisionId", string>>;

const OF_CLIENTS: readonly StandingKind[] = ["homes", "access-notes", "away-periods", "decisions"];
const OF_NURSES: readonly StandingKind[] = ["qualifications", "absences", "shifts"];

/** The client or nurse of each record; null: of nobody, or of nobody who is known. */
async function ownersOf(
  store: StandingReader,
  kind: StandingKind,
  records: readonly AnyRecord[],
): Promise<readonly (Owner | null)[]> {
  const named = (record: AnyRecord): Named => record as Named;
  const client = (id: string | undefined): Owner | null => (id === undefined ? null : { kind: "client", id });
  const nurse = (id: string | undefined): Owner | null => (id === undefined ? null : { kind: "nurse", id });
  if (kind === "clients") return records.map(({ id }) => client(id));
  if (kind === "nurses") return records.map(({ id }) => nurse(id));
  if (OF_CLIENTS.includes(kind)) return records.map((record) => client(named(record).clientId));
  if (OF_NURSES.includes(kind)) return records.map((record) => nurse(named(record).nurseId));
  if (kind !== "requirements") return records.map(() => null);
  const ids = records.flatMap((record) => named(record).decisionId ?? []);
  const decisions = await store.list("decisions", { ids: [...new Set(ids)] });
  const clients = new Map(decisions.map(({ id, record }) => [id, record.clientId]));
  return records.map((record) => client(clients.get(named(record).decisionId ?? "")));
}

/** Area of each client and nurse; undefined: at home everywhere, or not known. */
async function areasOf(
  store: StandingReader,
  owners: readonly (Owner | null)[],
): Promise<ReadonlyMap<string, string | null | undefined>> {
  const ids = (kind: Owner["kind"]): string[] => [
    ...new Set(owners.flatMap((owner) => (owner?.kind === kind ? [owner.id] : []))),
  ];
  const clients = await store.list("clients", { ids: ids("client") });
  const nurses = await store.list("nurses", { ids: ids("nurse") });
  return new Map([
    ...clients.map(({ id, record }) => [`client ${id}`, record.areaId ?? null] as const),
    ...nurses.map(({ id, record }) => [`nurse ${id}`, record.homeAreaId] as const),
  ]);
}

/**
 * Which of the records the caller may see: without areas all of them; else those of clients of
 * the areas, of nurses at home there or everywhere, and of nobody. Notes for the audit log whose
 * data the answer has.
 */
export async function visible(
  request: FastifyRequest,
  store: StandingReader,
  kind: StandingKind,
  records: readonly AnyRecord[],
): Promise<readonly boolean[]> {
  const owners = await ownersOf(store, kind, records);
  const limited = request.identity.areas !== undefined;
  const areas = limited ? await areasOf(store, owners) : null;
  const own = (kind_: "clients" | "nurses", at: number): string | null | undefined => {
    const record = records[at]!;
    return kind_ === "clients"
      ? ((record as StandingRecords["clients"]).areaId ?? null)
      : (record as StandingRecords["nurses"]).homeAreaId;
  };
  const shown = owners.map((owner, at) => {
    if (areas === null || owner === null) return true;
    const area =
      kind === "clients" || kind === "nurses" ? own(kind, at) : areas.get(`${owner.kind} ${owner.id}`);
    return area === undefined || withinAreas(request.identity, area);
  });
  for (const kind_ of ["client", "nurse"] as const) {
    const ids = owners.flatMap((owner, at) => (shown[at]! && owner?.kind === kind_ ? [owner.id] : []));
    if (ids.length > 0) noteSubjects(request, kind_, new Set(ids));
  }
  return shown;
}

/** Says whose areas a change concerns, for the event stream; of nobody, or of somebody at home everywhere: all. */
async function noteAreas(
  request: FastifyRequest,
  store: StandingReader,
  kind: StandingKind,
  records: readonly AnyRecord[],
): Promise<void> {
  const owners = await ownersOf(store, kind, records);
  const areas = await areasOf(store, owners);
  const found = owners.map((owner, at) => {
    const record = records[at]!;
    if (kind === "clients") return (record as StandingRecords["clients"]).areaId ?? null;
    if (kind === "nurses") return (record as StandingRecords["nurses"]).homeAreaId;
    return owner === null ? undefined : areas.get(`${owner.kind} ${owner.id}`);
  });
  const areaIds = found.filter((areaId) => areaId !== undefined);
  if (areaIds.length > 0 && areaIds.length === found.length)
    noteChange(request, { areaIds: [...new Set(areaIds)] });
}

/** @throws ApiError as for a record that is not there, where the caller's areas do not have it */
export async function holdToAreas(
  request: FastifyRequest,
  store: StandingReader,
  kind: StandingKind,
  records: readonly AnyRecord[],
): Promise<void> {
  const shown = await visible(request, store, kind, records);
  if (shown.includes(false)) throw new ApiError("record-unknown", `no record of ${kind} has this id`);
  if (request.method !== "GET" && request.method !== "HEAD") await noteAreas(request, store, kind, records);
}

/** Notes for the audit log whose data an import has changed. */
export async function noteChanged(
  request: FastifyRequest,
  store: StandingReader,
  changes: readonly { readonly kind: StandingKind; readonly id: string }[],
): Promise<void> {
  for (const kind of new Set(changes.map((change) => change.kind))) {
    const ids = changes.filter((change) => change.kind === kind).map(({ id }) => id);
    const stored = await store.list(kind, { ids });
    await visible(
      request,
      store,
      kind,
      stored.map(({ record }) => record),
    );
  }
}

/** Files are of all areas. */
export function holdFilesToAll(request: FastifyRequest): void {
  if (request.identity.areas === undefined) return;
  throw new ApiError("access-refused", "files hold all areas, and the account is limited to some");
}
