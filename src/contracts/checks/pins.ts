/**
 * A pin that can hold: everything that the document alone can tell of one visit. Whether
 * all pins hold together is seen when planning (`pins-conflict`).
 */
import type { Path } from "../fault.js";
import type { Loose } from "../loose.js";
import { pin as pinSchema, type Nurse, type Shift, type Visit } from "../problemSchema.js";
import { called, clock, entries, orDefault, type Context } from "./context.js";
import { reachOf } from "./shifts.js";

type LooseVisit = Loose<Visit>;

interface Pinned {
  readonly visit: LooseVisit;
  readonly pin: NonNullable<LooseVisit["pin"]>;
  readonly path: Path;
  readonly owner: string;
}

function checkKeys(add: Context["add"], { pin, path, owner }: Pinned): void {
  if (pin.providerId !== undefined) {
    const others = Object.keys(pinSchema.shape).filter(
      (key) => key !== "providerId" && Object.hasOwn(pin, key),
    );
    if (others.length > 0) {
      add("pin-conflict", path, `${owner}: providerId ${pin.providerId} stands beside ${others.join(", ")}`);
    }
  }
  if (pin.begun === true && !Object.hasOwn(pin, "start"))
    add("pin-begun-start", path, `${owner} has begun but has no start`);
}

function shiftsOf({ tables }: Context, { pin }: Pinned): Loose<Shift>[] {
  const ids = new Set([pin.shiftId, ...(pin.shiftIds ?? [])]);
  return [...ids].flatMap((id) => {
    const shift = tables.shifts.get(id)?.item;
    return shift === undefined ? [] : [shift];
  });
}

function checkCrew(
  add: Context["add"],
  { visit, path, owner }: Pinned,
  shifts: readonly Loose<Shift>[],
): void {
  const crew = orDefault(visit, "crewSize", 1);
  if (crew !== undefined && shifts.length > crew) {
    add("pin-crew", path, `${owner} is pinned to ${shifts.length} shifts, its crew is ${crew}`);
  }
  const byNurse = new Map<string, string>();
  for (const { id, nurseId } of shifts) {
    if (id === undefined || nurseId === undefined) continue;
    const other = byNurse.get(nurseId);
    if (other === undefined) byNurse.set(nurseId, id);
    else add("pin-same-nurse", path, `${owner}: shifts ${other} and ${id} are both of nurse ${nurseId}`);
  }
}

function windowsOf(visit: LooseVisit): { from: number; to: number }[] {
  return [...entries(visit.windows)].flatMap(({ item }) => {
    const from = clock(item.from);
    const to = clock(item.to);
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
}

function checkTimes(add: Context["add"], pinned: Pinned, shifts: readonly Loose<Shift>[]): void {
  const { visit, pin, path, owner } = pinned;
  const start = clock(pin.start);
  const windows = windowsOf(visit);
  // A faulty window has its own fault; without it nothing can be said about the rest.
  const whole = visit.windows !== undefined && windows.length === visit.windows.length && windows.length > 0;
  if (start !== undefined && pin.begun !== true && whole) {
    if (!windows.some(({ from, to }) => from <= start && start <= to)) {
      add(
        "pin-outside-windows",
        [...path, "start"],
        `${owner}: start ${pin.start} lies in none of its windows`,
      );
    }
  }
  if (visit.minutes === undefined) return;
  let starts = start === undefined ? windows : [{ from: start, to: start }];
  if (start === undefined && !whole) return;
  for (const shift of shifts) {
    const reach = reachOf(shift);
    if (reach === undefined) continue;
    const last = reach.to - 60 * visit.minutes;
    const left = starts
      .map(({ from, to }) => ({ from: Math.max(from, reach.from), to: Math.min(to, last) }))
      .filter(({ from, to }) => from <= to);
    if (left.length === 0 && starts.length > 0) {
      const when = pin.start === undefined ? "in its windows" : `at ${pin.start}`;
      add(
        "pin-outside-shift",
        path,
        `${owner} takes ${visit.minutes} minutes ${when}, which shift ${shift.id} (${shift.from} to ${shift.to} and ${shift.maxOvertimeMinutes ?? 0} minutes of overtime) cannot hold${shifts.length > 1 ? " beside its other shifts" : ""}`,
      );
      return;
    }
    starts = left;
  }
}

/** What a nurse lacks for a visit: the skills of `requires`, or the words for an unmet `requiresAnyOf`. */
function lacking(context: Context, visit: LooseVisit, nurse: Loose<Nurse>): string[] {
  const type = context.tables.visitTypes.get(visit.typeId)?.item;
  const skills = orDefault(nurse, "skills", []);
  if (skills === undefined || skills.includes(undefined)) return [];
  const has = new Set(skills);
  return [visit, type].flatMap((source) => {
    const all = (source?.requires ?? []).filter((skill) => skill !== undefined && !has.has(skill));
    const any = source?.requiresAnyOf ?? [];
    const unmet = any.length > 0 && !any.some((skill) => skill === undefined || has.has(skill));
    return [...all.map(String), ...(unmet ? [`one of ${any.join(", ")}`] : [])];
  });
}

function checkNurses(context: Context, pinned: Pinned, shifts: readonly Loose<Shift>[]): void {
  const { visit, pin, path, owner } = pinned;
  if (pin.begun === true) return;
  const client = context.tables.clients.get(visit.clientId)?.item;
  for (const shift of shifts) {
    const nurse = context.tables.nurses.get(shift.nurseId)?.item;
    if (nurse === undefined) continue;
    const missing = lacking(context, visit, nurse);
    if (missing.length > 0) {
      context.add(
        "pin-skill",
        path,
        `${owner}: nurse ${nurse.id} of shift ${shift.id} lacks ${missing.join("; ")}`,
      );
    }
    if (client?.refusedNurseIds?.includes(shift.nurseId)) {
      context.add(
        "pin-refused",
        path,
        `${owner}: client ${client.id} refuses nurse ${nurse.id} of shift ${shift.id}`,
      );
    }
  }
}

function checkProvider(context: Context, pinned: Pinned): void {
  const { visit, pin, path, owner } = pinned;
  const provider = context.tables.providers.get(pin.providerId)?.item;
  if (provider === undefined) return;
  const at = [...path, "providerId"];
  if (
    visit.typeId !== undefined &&
    provider.typeIds !== undefined &&
    !provider.typeIds.includes(visit.typeId)
  ) {
    context.add("pin-provider", at, `${owner}: provider ${provider.id} does not take type ${visit.typeId}`);
  }
  const client = context.tables.clients.get(visit.clientId)?.item;
  if (client === undefined || provider.areaIds === undefined) return;
  // A client without an area is in none of a provider's areas.
  const area = orDefault(client, "areaId", "");
  if (area !== undefined && !provider.areaIds.includes(area)) {
    const taken = area === "" ? "clients without an area" : `area ${area}`;
    context.add("pin-provider", at, `${owner}: provider ${provider.id} does not take ${taken}`);
  }
}

function checkProviderRoom({ problem, tables, add }: Context): void {
  const pinned = new Map<string, number>();
  for (const { item } of entries(problem.visits)) {
    const id = item.pin?.providerId;
    if (id !== undefined) pinned.set(id, (pinned.get(id) ?? 0) + 1);
  }
  for (const [id, count] of pinned) {
    const provider = tables.providers.get(id);
    const most = provider?.item.maxVisits;
    if (provider === undefined || most === undefined || count <= most) continue;
    add(
      "pin-provider-full",
      ["providers", provider.at, "maxVisits"],
      `provider ${id} takes no more than ${most} visits, and ${count} are pinned to it`,
    );
  }
}

export function checkPins(context: Context): void {
  for (const { at, item: visit } of entries(context.problem.visits)) {
    if (visit.pin === undefined) continue;
    const pinned = { visit, pin: visit.pin, path: ["visits", at, "pin"], owner: called("visit", visit) };
    checkKeys(context.add, pinned);
    const shifts = shiftsOf(context, pinned);
    checkCrew(context.add, pinned, shifts);
    checkTimes(context.add, pinned, shifts);
    checkNurses(context, pinned, shifts);
    checkProvider(context, pinned);
  }
  checkProviderRoom(context);
}
