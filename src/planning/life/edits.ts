/** Hand edits: what they are, and what they make of a plan's orders and pins. */
import type { Fault, Pin, Plan, Problem } from "../../contracts/index.js";
import { instantWriter } from "../../domain/localTime.js";
import { standingsOf } from "./standings.js";
import type { PinChanges } from "./ports.js";

export type Edit =
  /** To a shift, before what stands at `position` (0: first) once it is taken out; absent: last. */
  | {
      readonly kind: "move";
      readonly visitId: string;
      readonly shiftId: string;
      readonly position?: number | undefined;
      /** Of a crew: whose place is taken. */
      readonly fromShiftId?: string | undefined;
    }
  /** The start, held by a pin. */
  | { readonly kind: "time"; readonly visitId: string; readonly start: string }
  /** To its shifts and its start as the plan has them. */
  | {
      readonly kind: "pin";
      readonly visitId: string;
      readonly shift?: boolean | undefined;
      readonly start?: boolean | undefined;
    }
  | { readonly kind: "unpin"; readonly visitId: string }
  /** Two shifts' visits, in their orders. */
  | { readonly kind: "swap"; readonly shiftId: string; readonly otherShiftId: string }
  /** Back to the unserved ones. */
  | { readonly kind: "tray"; readonly visitId: string };

export interface EditedOrders {
  /** Visits by shift, in order. */
  readonly orders: ReadonlyMap<string, readonly string[]>;
  readonly bought: ReadonlyMap<string, string>;
  readonly pins: PinChanges;
  /** Shifts whose times are to be chosen anew. */
  readonly touched: ReadonlySet<string>;
}

/** Edits that name what is not there. */
export class EditsInvalid extends Error {
  override readonly name = "EditsInvalid";
  constructor(readonly faults: readonly Fault[]) {
    super(`${faults.length} value(s) of the edits cannot be followed`);
  }
}

class Editor {
  readonly orders = new Map<string, string[]>();
  readonly bought: Map<string, string>;
  readonly pins: Record<string, Pin | null>;
  readonly touched = new Set<string>();
  readonly faults: Fault[] = [];
  private readonly visits: ReadonlyMap<string, Problem["visits"][number]>;
  private path = "";

  constructor(
    private readonly problem: Problem,
    private readonly plan: Plan,
    pins: PinChanges,
  ) {
    for (const { id } of problem.shifts) this.orders.set(id, []);
    for (const route of plan.routes) {
      const stops = route.stops.flatMap((stop) => (stop.kind === "visit" ? [stop.visitId] : []));
      this.orders.set(route.shiftId, stops);
    }
    this.bought = new Map((plan.bought ?? []).map((item) => [item.visitId, item.providerId]));
    this.pins = { ...pins };
    this.visits = new Map(problem.visits.map((visit) => [visit.id, visit]));
  }

  private fault(key: string, message: string, todo: string): void {
    this.faults.push({ code: "edit-invalid", path: `${this.path}/${key}`, message, todo });
  }

  private knowsVisit(id: string): boolean {
    if (this.visits.has(id)) return true;
    this.fault("visitId", `the plan's problem has no visit ${id}`, "Correct the id.");
    return false;
  }

  private knowsShift(key: string, id: string): boolean {
    if (this.orders.has(id)) return true;
    this.fault(key, `the plan's problem has no shift ${id}`, "Correct the id.");
    return false;
  }

  private shiftsOf(visitId: string): string[] {
    return [...this.orders].filter(([, visits]) => visits.includes(visitId)).map(([shiftId]) => shiftId);
  }

  private takeOut(visitId: string, shiftId: string): void {
    this.orders.set(
      shiftId,
      this.orders.get(shiftId)!.filter((id) => id !== visitId),
    );
    this.touched.add(shiftId);
  }

  private pinOf(visitId: string): Pin | null {
    const changed = this.pins[visitId];
    return changed === undefined ? (this.visits.get(visitId)?.pin ?? null) : changed;
  }

  private touchVisit(visitId: string): void {
    for (const shiftId of this.shiftsOf(visitId)) this.touched.add(shiftId);
  }

  private move(edit: Extract<Edit, { kind: "move" }>): void {
    const { visitId, shiftId, fromShiftId } = edit;
    if (!this.knowsVisit(visitId) || !this.knowsShift("shiftId", shiftId)) return;
    const at = this.shiftsOf(visitId);
    if (fromShiftId !== undefined && !at.includes(fromShiftId)) {
      return this.fault(
        "fromShiftId",
        `visit ${visitId} is not on shift ${fromShiftId}`,
        "Name a shift of it.",
      );
    }
    const crew = this.visits.get(visitId)?.crewSize ?? 1;
    const leaves = fromShiftId ?? (at.includes(shiftId) ? shiftId : at.length < crew ? undefined : at[0]);
    if (fromShiftId === undefined && at.length > 1 && !at.includes(shiftId) && at.length >= crew) {
      return this.fault("fromShiftId", `visit ${visitId} has a crew`, "Name whose place is taken.");
    }
    if (leaves !== undefined) this.takeOut(visitId, leaves);
    this.bought.delete(visitId);
    const order = this.orders.get(shiftId)!;
    const position = edit.position ?? order.length;
    if (position > order.length) {
      return this.fault(
        "position",
        `shift ${shiftId} has ${order.length} other visits`,
        "Name a position up to that.",
      );
    }
    if (!order.includes(visitId)) this.orders.set(shiftId, order.toSpliced(position, 0, visitId));
    this.touched.add(shiftId);
  }

  private pin(edit: Extract<Edit, { kind: "pin" }>): void {
    const standing = standingsOf(this.problem, this.plan).get(edit.visitId);
    const shiftIds = this.shiftsOf(edit.visitId);
    if (standing?.start == null || shiftIds.length === 0) {
      return this.fault("visitId", `visit ${edit.visitId} is on no route`, "Move it to a shift first.");
    }
    this.pins[edit.visitId] = {
      ...this.pinOf(edit.visitId),
      ...(edit.shift === false ? {} : { shiftIds }),
      ...(edit.start === false ? {} : { start: standing.start }),
    };
    this.touchVisit(edit.visitId);
  }

  apply(edit: Edit, index: number): void {
    this.path = `/edits/${index}`;
    if (edit.kind === "move") return this.move(edit);
    if (edit.kind === "swap") {
      const { shiftId, otherShiftId } = edit;
      if (!this.knowsShift("shiftId", shiftId) || !this.knowsShift("otherShiftId", otherShiftId)) return;
      const [one, other] = [this.orders.get(shiftId)!, this.orders.get(otherShiftId)!];
      this.orders.set(shiftId, other);
      this.orders.set(otherShiftId, one);
      this.touched.add(shiftId).add(otherShiftId);
      return;
    }
    if (!this.knowsVisit(edit.visitId)) return;
    if (edit.kind === "pin") return this.pin(edit);
    this.touchVisit(edit.visitId);
    if (edit.kind === "unpin") this.pins[edit.visitId] = null;
    else if (edit.kind === "time") {
      this.pins[edit.visitId] = { ...this.pinOf(edit.visitId), start: edit.start };
    } else {
      for (const shiftId of this.shiftsOf(edit.visitId)) this.takeOut(edit.visitId, shiftId);
      this.bought.delete(edit.visitId);
    }
  }
}

/**
 * The orders after all edits, one after the other. Instants may come in any offset and are
 * kept in the problem's time zone.
 *
 * @throws EditsInvalid naming every edit that cannot be followed
 */
export function applyEdits(
  problem: Problem,
  plan: Plan,
  pins: PinChanges,
  edits: readonly Edit[],
  readInstant: (text: string) => number | null,
): EditedOrders {
  const editor = new Editor(problem, plan, pins);
  const write = instantWriter(problem.timeZone);
  edits.forEach((edit, index) => {
    if (edit.kind !== "time") return editor.apply(edit, index);
    const at = readInstant(edit.start);
    if (at !== null) return editor.apply({ ...edit, start: write(at) }, index);
    editor.faults.push({
      code: "edit-invalid",
      path: `/edits/${index}/start`,
      message: "the start is no instant",
      todo: "Write it as 2026-11-23T07:30:00+02:00.",
    });
  });
  if (editor.faults.length > 0) throw new EditsInvalid(editor.faults);
  return editor;
}
