/** The map itself: made once, then led by what the day's signals say. */
import "maplibre-gl/dist/maplibre-gl.css";
import { effect, signal } from "@preact/signals";
import {
  addProtocol,
  type ExpressionSpecification,
  type FilterSpecification,
  type GeoJSONSource,
  type Map as LibreMap,
  Map as MapLibre,
  type MapMouseEvent,
  NavigationControl,
  setWorkerUrl,
} from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { Protocol } from "pmtiles";
import type { BasemapView } from "../../../../../src/contracts/index.js";
import { formatTime } from "../../../../shared/i18n/index.js";
import { language } from "../../../../shared/i18n/language.js";
import { tm } from "../../words/map.js";
import { lookOf, visitName } from "../names.js";
import { chosenRows, nurseColour, pickRound } from "../round.js";
import { model, planId, selectedVisit } from "../state.js";
import { nameIn } from "./baseStyle.js";
import { geometry } from "./data.js";
import { type Bounds, boundsOf, type Looks, officeFeatures, visitFeatures, wayFeatures } from "./features.js";
import { servePictures } from "./markers.js";
import { mapStyle } from "./style.js";

setWorkerUrl(workerUrl);
addProtocol("pmtiles", new Protocol().tile);

/** What the pointer is over, in words, at its place on the map. */
export const tip = signal<{ readonly x: number; readonly y: number; readonly text: string } | null>(null);

const LOOKS: Looks = { colourOf: nurseColour, lookOf };
const MARKERS = ["chosen-visits", "visits", "dots"];
const WAYS = ["ways-road", "ways-straight"];
const NAMED = ["base-street-names", "base-stations", "base-places"];
/** Pixels around the pointer that count as on a marker. */
const NEAR = 5;
const PADDING = { top: 48, right: 44, bottom: 30, left: 30 };

function put(map: LibreMap, name: string, data: Parameters<GeoJSONSource["setData"]>[0]): void {
  map.getSource<GeoJSONSource>(name)?.setData(data);
}

function drawDay(map: LibreMap): void {
  const day = model.value;
  if (day === null) return;
  put(map, "visits", visitFeatures(day, LOOKS));
  put(map, "offices", officeFeatures(day));
}

/** The home of a visit; undefined: it has none on the map. */
function homeOf(visitId: string) {
  const day = model.value;
  const placeId = day?.clients.get(day.visits.get(visitId)?.clientId ?? "")?.placeId;
  return day?.problem.places.find(({ id }) => id === placeId);
}

function drawChoice(map: LibreMap): void {
  const visitId = selectedVisit.value;
  const home = visitId === null ? undefined : homeOf(visitId);
  const shifts = chosenRows.value.map(({ shiftId }) => shiftId);
  const chosen: ExpressionSpecification = ["in", ["get", "shiftId"], ["literal", shifts]];
  const any = shifts.length > 0;
  const only = (...more: ExpressionSpecification[]): FilterSpecification => ["all", chosen, ...more];
  for (const id of ["chosen-edge", "chosen-road", "chosen-arrows"])
    map.setFilter(id, only(["==", ["get", "road"], true]));
  map.setFilter("chosen-straight", only(["==", ["get", "road"], false]));
  map.setFilter("chosen-visits", only());
  // The others step back: their ways fade, their visits are dots.
  map.setFilter("visits", any ? ["!", ["get", "served"]] : null);
  map.setPaintProperty("ways-road", "line-opacity", any ? 0.16 : 0.75);
  map.setPaintProperty("ways-straight", "line-opacity", any ? 0.12 : 0.6);
  map.setPaintProperty("dots", "circle-opacity", any ? 0.5 : 1);
  map.setPaintProperty("dots", "circle-stroke-opacity", any ? 0.6 : 1);
  map.setFilter("chosen-ring", ["==", ["get", "placeId"], home?.id ?? ""]);
}

/** Moves to what was chosen elsewhere, unless it is in sight already. `whole`: to all of its round. */
function showChoice(map: LibreMap, whole = false): void {
  const visitId = selectedVisit.value;
  if (visitId !== null && !whole) {
    const home = homeOf(visitId);
    if (home !== undefined && !map.getBounds().contains([home.lon, home.lat]))
      map.easeTo({ center: [home.lon, home.lat], duration: 400 });
    return;
  }
  const [row] = chosenRows.value;
  const day = model.peek();
  if (row === undefined || day === null) return;
  const homes = new Set(row.blocks.map(({ visit }) => day.clients.get(visit.clientId)?.placeId));
  const bounds = boundsOf(day.problem.places.filter(({ id }) => homes.has(id)));
  if (bounds !== null) map.fitBounds(bounds, { padding: PADDING, maxZoom: 15.5, duration: 500 });
}

/** Follows the day, the version, the choice and the language until the map goes. */
function follow(map: LibreMap): () => void {
  const stops = [
    effect(() => drawDay(map)),
    effect(() => drawChoice(map)),
    effect(() => showChoice(map)),
    effect(() => {
      const known = geometry.value;
      const data = known !== null && known.planId === planId.value ? wayFeatures(known.view, LOOKS) : null;
      put(map, "ways", data ?? { type: "FeatureCollection", features: [] });
    }),
    effect(() => {
      const name = nameIn(language.value);
      for (const id of NAMED)
        if (map.getLayer(id) !== undefined) map.setLayoutProperty(id, "text-field", name);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function visitsAt(map: LibreMap, { point: { x, y } }: MapMouseEvent): string[] {
  const found = map.queryRenderedFeatures(
    [
      [x - NEAR, y - NEAR],
      [x + NEAR, y + NEAR],
    ],
    { layers: MARKERS },
  );
  const ids = found.flatMap(({ properties }) => JSON.parse(String(properties["visitIds"])) as string[]);
  return [...new Set(ids)];
}

/** A visit; where several lie on each other, the next one at each click; beside visits, a round. */
function choose(map: LibreMap, event: MapMouseEvent): void {
  const ids = visitsAt(map, event);
  const at = ids.indexOf(selectedVisit.peek() ?? "");
  const next = ids[(at + 1) % ids.length];
  if (next !== undefined) {
    selectedVisit.value = next;
    return;
  }
  const [way] = map.queryRenderedFeatures(event.point, { layers: WAYS });
  const shiftId: unknown = way?.properties["shiftId"];
  if (typeof shiftId === "string") pickRound(shiftId);
}

function tipOf(visitId: string): string {
  const day = model.peek();
  const visit = day?.visits.get(visitId);
  if (day === null || visit === undefined) return "";
  const block = day.blockOf.get(visitId);
  const rows = day.rowsOf.get(visitId) ?? [];
  const name = visitName(visit);
  if (block === undefined) return `${name} · ${tm("unserved")}`;
  const time = `${formatTime(block.start, day.timeZone)}–${formatTime(block.end, day.timeZone)}`;
  return `${name} · ${time} · ${rows.map((row) => row.name).join(", ")}`;
}

function watchPointer(map: LibreMap): void {
  map.on("mousemove", (event) => {
    const [id] = visitsAt(map, event);
    const overWay = id === undefined && map.queryRenderedFeatures(event.point, { layers: WAYS }).length > 0;
    map.getCanvas().style.cursor = id !== undefined || overWay ? "pointer" : "";
    tip.value = id === undefined ? null : { x: event.point.x, y: event.point.y, text: tipOf(id) };
  });
  map.on("mouseout", () => {
    tip.value = null;
  });
  map.on("click", (event) => choose(map, event));
}

/** What the map may show: its streets and all places of the day, and half as much beyond every edge. */
function roomAround(streets: BasemapView["bounds"], places: Bounds | null): Bounds {
  const [west, south, east, north] =
    places === null
      ? streets
      : [
          Math.min(streets[0], places[0]),
          Math.min(streets[1], places[1]),
          Math.max(streets[2], places[2]),
          Math.max(streets[3], places[3]),
        ];
  const [x, y] = [(east - west) / 2, (north - south) / 2];
  return [west - x, south - y, east + x, north + y];
}

export interface BoardMap {
  /** The round chosen, or else all places, in sight. */
  fit(): void;
  remove(): void;
}

export function makeMap(container: HTMLElement, basemap: BasemapView | null): BoardMap {
  const day = model.peek();
  const bounds = boundsOf(day?.problem.places ?? []);
  const map = new MapLibre({
    container,
    style: mapStyle(basemap, language.peek()),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    fadeDuration: 0,
    maxZoom: 18,
    minZoom: 8,
    // Beyond its streets there is nothing to look for.
    ...(basemap === null ? {} : { maxBounds: roomAround(basemap.bounds, bounds) }),
    ...(bounds === null ? {} : { bounds, fitBoundsOptions: { padding: PADDING } }),
    locale: { "Map.Title": tm("map") },
  });
  map.touchZoomRotate.disableRotation();
  servePictures(map);
  map.addControl(new NavigationControl({ showCompass: false }), "bottom-right");
  let stop = (): void => {};
  map.on("load", () => {
    stop = follow(map);
    watchPointer(map);
    container.dataset["ready"] = "true";
  });
  return {
    fit() {
      map.resize();
      if (chosenRows.peek().length > 0) showChoice(map, true);
      else if (bounds !== null) map.fitBounds(bounds, { padding: PADDING, duration: 400 });
    },
    remove() {
      stop();
      tip.value = null;
      map.remove();
    },
  };
}
