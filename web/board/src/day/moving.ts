/** A visit on its way to another place: by the pointer, or step by step by the keyboard. */
import { batch, computed, signal } from "@preact/signals";
import type { BarredView, PlacesView, PlaceView, Visit } from "../../../../src/contracts/index.js";
import { request } from "../../../shared/request.js";
import { formatSigned } from "../../../shared/i18n/index.js";
import { barWords } from "../words/bars.js";
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
/** What each shift says to the moved visit; null: not known yet. */
export const fits = signal<Fits | null>(null);

export interface Fits {
  /** Best place by shift. */
  readonly places: ReadonlyMap<string, PlaceView>;
  /** Shifts without one. */
  readonly barred: ReadonlyMap<string, BarredView>;
  /** Points that it costs where it is now; 0: it is nowhere. */
  readonly presentCost: number;
}

export const targetShift = computed(() => {
  const { value } = target;
  return value === null || value === "tray" ? null : value.shiftId;
});

/** A crew's visit as one nurse's. */
function firstOf({ pin: _pin, ...visit }: Visit): Visit {
  return { ...visit, id: `${visit.id} first`, crewSize: 1 };
}

/**
 * The best place of each shift, cheapest first, and why the others have none. Of a crew that stands nowhere
 * the first nurse is looked for: the others then come at her start.
 *
 * @param fromShiftId of a crew: whose place is looked for
 */
export async function askPlaces(visitId: string, fromShiftId: string | null): Promise<PlacesView> {
  const day = model.peek();
  const standing = day?.rowsOf.get(visitId)?.length ?? 0;
  const visit = day?.visits.get(visitId);
  const asked = visit !== undefined && standing === 0 && (visit.crewSize ?? 1) > 1 ? firstOf(visit) : visitId;
  return request<PlacesView>(`/plans/${planId.value ?? ""}/places`, {
    method: "POST",
    body: {
      visit: asked,
      limit: 1000,
      eachShift: true,
      ...(standing > 1 && fromShiftId !== null ? { fromShiftId } : {}),
    },
  });
}

/** Cheapest first, one place of each nurse. */
export function bestByNurse(places: readonly PlaceView[]): PlaceView[] {
  const seen = new Set<string>();
  return places.filter(({ nurseId }) => !seen.has(nurseId) && seen.add(nurseId));
}

export function begin(wanted: Moving): void {
  batch(() => {
    moving.value = wanted;
    fits.value = null;
    target.value = null;
    selectedVisit.value = wanted.visitId;
  });
  askPlaces(wanted.visitId, wanted.fromShiftId).then(
    ({ places, barred, present }) => {
      if (moving.value?.visitId !== wanted.visitId) return;
      fits.value = {
        places: new Map(places.map((place) => [place.shiftId, place])),
        barred: new Map(barred.map((one) => [one.shiftId, one])),
        presentCost: present?.extraCost ?? 0,
      };
    },
    // Where it fits is not known; it can be moved all the same.
    sayFailure,
  );
}

export function cancel(): void {
  batch(() => {
    moving.value = null;
    target.value = null;
    fits.value = null;
  });
}

/** What a shift says to the visit being moved. */
export type Fit =
  | { readonly ok: true; readonly start: string; readonly position: number; readonly change: number }
  | { readonly ok: false; readonly why: string };

/** Null: not known. `change`: points that the day costs more than now. */
export function fitOf(shiftId: string): Fit | null {
  const known = fits.value;
  const place = known?.places.get(shiftId);
  if (known === null) return null;
  if (place !== undefined) {
    const { start, position, extraCost } = place;
    return { ok: true, start, position, change: extraCost - known.presentCost };
  }
  const barred = known.barred.get(shiftId);
  return { ok: false, why: barred === undefined ? ta("fits-not") : barWords(barred) };
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
  const cost = formatSigned(made.costChange, 0);
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
