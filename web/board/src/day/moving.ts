/** A visit on its way to another place: by the pointer, or step by step by the keyboard. */
import { batch, computed, signal } from "@preact/signals";
import type { PlaceView, PlacesView, Visit } from "../../../../src/contracts/index.js";
import { request } from "../../../shared/request.js";
import { RequestFailed } from "../../../shared/problem.js";
import { formatNumber } from "../../../shared/i18n/index.js";
import { ta } from "../words/day.js";
import { model, edit, planId, say, sayFailure, selectedVisit } from "./state.js";
import { shiftNurse, visitNameOf } from "./names.js";

/** Where the moved visit would land; null: nowhere. */
export type Target = { readonly shiftId: string; readonly position: number } | "tray" | null;

export interface Moving {
  readonly visitId: string;
  /** Null: from the tray. */
  readonly fromShiftId: string | null;
  readonly by: "pointer" | "keyboard";
}

export const moving = signal<Moving | null>(null);
export const target = signal<Target>(null);
/** Best place by shift; null: not known yet. */
export const fits = signal<ReadonlyMap<string, PlaceView> | null>(null);

export const targetShift = computed(() => {
  const { value } = target;
  return value === null || value === "tray" ? null : value.shiftId;
});

interface PlacesWish {
  readonly limit?: number;
  /** Of a crew: whose place is looked for. */
  readonly fromShiftId?: string | null;
  /** The best place of each shift only. */
  readonly eachShift?: boolean;
}

/** A crew's visit as one nurse's. */
function firstOf({ pin: _pin, ...visit }: Visit): Visit {
  return { ...visit, id: `${visit.id} first`, crewSize: 1 };
}

export async function askPlaces(
  visit: string | Visit,
  { limit = 100, fromShiftId = null, eachShift = false }: PlacesWish = {},
): Promise<PlacesView> {
  return request<PlacesView>(`/plans/${planId.value ?? ""}/places`, {
    method: "POST",
    body: { visit, limit, eachShift, ...(fromShiftId === null ? {} : { fromShiftId }) },
  });
}

export function begin(wanted: Moving): void {
  batch(() => {
    moving.value = wanted;
    fits.value = null;
    target.value = null;
    selectedVisit.value = wanted.visitId;
  });
  const day = model.peek();
  const standing = day?.rowsOf.get(wanted.visitId)?.length ?? 0;
  const visit = day?.visits.get(wanted.visitId);
  // Of a crew that stands nowhere the first nurse is looked for: the others then come at her start.
  const asked =
    visit !== undefined && standing === 0 && (visit.crewSize ?? 1) > 1 ? firstOf(visit) : wanted.visitId;
  const wish = { limit: 1000, eachShift: true, fromShiftId: standing > 1 ? wanted.fromShiftId : null };
  askPlaces(asked, wish).then(
    ({ places }) => {
      if (moving.value?.visitId === wanted.visitId)
        fits.value = new Map(places.map((place) => [place.shiftId, place]));
    },
    (error: unknown) => {
      if (!(error instanceof RequestFailed)) throw error;
      // Where it fits is not known; it can be moved all the same.
      if (moving.value?.visitId === wanted.visitId) fits.value = new Map();
    },
  );
}

export function cancel(): void {
  batch(() => {
    moving.value = null;
    target.value = null;
    fits.value = null;
  });
}

/** Whether a shift can take the visit being moved, in words and points. */
export function fitOf(shiftId: string): { readonly ok: boolean; readonly cost: number | null } | null {
  const known = fits.value;
  if (known === null) return null;
  const place = known.get(shiftId);
  return place === undefined ? { ok: false, cost: null } : { ok: true, cost: place.extraCost };
}

/** Drops the visit where it is; the answer tells the cost and every conflict. */
export async function drop(): Promise<void> {
  const [what, where] = [moving.value, target.value];
  cancel();
  if (what === null || where === null) return;
  if (where === "tray") {
    await takeOff(what.visitId, what.fromShiftId);
    return;
  }
  const crew = (model.value?.rowsOf.get(what.visitId)?.length ?? 0) > 1;
  const made = await edit(
    [
      {
        kind: "move",
        visitId: what.visitId,
        shiftId: where.shiftId,
        position: where.position,
        ...(crew && what.fromShiftId !== null ? { fromShiftId: what.fromShiftId } : {}),
      },
    ],
    ta("reason-drag"),
  );
  if (made === null) return;
  const cost = `${made.costChange > 0 ? "+" : ""}${formatNumber(made.costChange, 0)}`;
  say(
    `${ta("moved", { visit: visitNameOf(what.visitId), nurse: shiftNurse(where.shiftId) })} ${ta("moved-cost", { n: cost })} ${
      made.valid ? ta("valid") : ta("invalid", { n: made.violations.length })
    }`,
    made.valid ? "good" : "bad",
  );
}

export async function takeOff(visitId: string, fromShiftId: string | null): Promise<void> {
  if (fromShiftId === null && !model.value?.rowsOf.has(visitId)) return;
  const made = await edit([{ kind: "tray", visitId }], ta("reason-tray"));
  if (made !== null) say(ta("in-tray", { visit: visitNameOf(visitId) }), made.valid ? "good" : "bad");
}

export async function togglePin(visitId: string): Promise<void> {
  const pinned = model.value?.visits.get(visitId)?.pin !== undefined;
  const made = await edit([{ kind: pinned ? "unpin" : "pin", visitId }], ta("reason-pin"));
  if (made !== null) say(ta(pinned ? "is-unpinned" : "is-pinned", { visit: visitNameOf(visitId) }), "good");
}

export function run(task: Promise<void>): void {
  task.catch(sayFailure);
}
