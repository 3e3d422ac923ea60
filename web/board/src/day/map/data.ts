/** What the map asks the server for: street maps, and rounds as lines. */
import { effect, signal } from "@preact/signals";
import type { BasemapView, PlanGeometryView } from "../../../../../src/contracts/index.js";
import { RequestFailed } from "../../../../shared/problem.js";
import { requestOrNull } from "../../../../shared/request.js";
import type { DayModel } from "../model.js";
import { planId } from "../state.js";

export const geometry = signal<{ readonly planId: string; readonly view: PlanGeometryView } | null>(null);
/** The street map under the day; null: none. */
export const basemap = signal<BasemapView | null>(null);

/** Lines are worked out by the server once a plan; without them the map shows places only. */
async function askGeometry(id: string): Promise<void> {
  try {
    const view = await requestOrNull<PlanGeometryView>(`/plans/${id}/geometry`);
    if (view !== null && planId.value === id) geometry.value = { planId: id, view };
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
  }
}

/** Asks for the lines of each version that is shown, until the function returned is called. */
export function followGeometry(): () => void {
  return effect(() => {
    const id = planId.value;
    if (id !== null && geometry.peek()?.planId !== id) void askGeometry(id);
  });
}

/** The map that holds most of the day's places; null: none holds any. */
export function bestMap(maps: readonly BasemapView[], day: DayModel): BasemapView | null {
  const held = ({ bounds: [west, south, east, north] }: BasemapView): number =>
    day.problem.places.filter(({ lon, lat }) => lon >= west && lon <= east && lat >= south && lat <= north)
      .length;
  const [best] = maps
    .map((map) => ({ map, places: held(map) }))
    .filter(({ places }) => places > 0)
    .toSorted((a, b) => b.places - a.places || b.map.bytes - a.map.bytes);
  return best?.map ?? null;
}

export async function findBasemap(day: DayModel): Promise<void> {
  try {
    const answer = await requestOrNull<{ maps: BasemapView[] }>("/maps");
    basemap.value = bestMap(answer?.maps ?? [], day);
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    basemap.value = null;
  }
}
