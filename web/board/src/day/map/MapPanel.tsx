/** The map beside the time line: choosing a visit on one chooses it on the other. Loaded when it is open. */
import "maplibre-gl/dist/maplibre-gl.css";
import { effect, signal } from "@preact/signals";
import {
  type GeoJSONSource,
  type Map as LibreMap,
  Map as MapLibre,
  NavigationControl,
  setWorkerUrl,
} from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { useEffect, useRef } from "preact/hooks";
import type { PlanGeometryView } from "../../../../../src/contracts/index.js";
import { requestOrNull } from "../../../../shared/request.js";
import { RequestFailed } from "../../../../shared/problem.js";
import { ta } from "../../words/day.js";
import { lookOf } from "../names.js";
import { model, planId, selectedVisit } from "../state.js";
import { boundsOf, homeFeatures, officeFeatures, wayFeatures } from "./features.js";
import { mapStyle } from "./style.js";

setWorkerUrl(workerUrl);

const geometry = signal<{ readonly planId: string; readonly view: PlanGeometryView } | null>(null);

/** Lines are worked out by the server once a plan; without them the map shows places only. */
async function askGeometry(id: string): Promise<void> {
  try {
    const view = await requestOrNull<PlanGeometryView>(`/plans/${id}/geometry`);
    if (view !== null && planId.value === id) geometry.value = { planId: id, view };
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
  }
}

function put(map: LibreMap, name: string, data: Parameters<GeoJSONSource["setData"]>[0]): void {
  map.getSource<GeoJSONSource>(name)?.setData(data);
}

function drawDay(map: LibreMap): void {
  const day = model.value;
  if (day === null) return;
  put(
    map,
    "homes",
    homeFeatures(day, (typeId) => lookOf(typeId).token),
  );
  put(map, "offices", officeFeatures(day));
}

function drawChoice(map: LibreMap): void {
  const id = selectedVisit.value ?? "";
  const shifts = (model.value?.rowsOf.get(id) ?? []).map(({ shiftId }) => shiftId);
  const ofShifts = ["in", ["get", "shiftId"], ["literal", shifts]] as const;
  map.setFilter("chosen-road", ["all", ["==", ["get", "road"], true], ofShifts] as never);
  map.setFilter("chosen-straight", ["all", ["==", ["get", "road"], false], ofShifts] as never);
  map.setFilter("chosen-home", ["==", ["get", "visitId"], id]);
}

/** Follows the day, the version and the choice until the map goes. */
function follow(map: LibreMap): () => void {
  const stops = [
    effect(() => drawDay(map)),
    effect(() => drawChoice(map)),
    effect(() => {
      const id = planId.value;
      if (id !== null) void askGeometry(id);
    }),
    effect(() => {
      const known = geometry.value;
      const now = planId.value;
      const data = known !== null && known.planId === now ? wayFeatures(known.view) : null;
      put(map, "ways", data ?? { type: "FeatureCollection", features: [] });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function makeMap(container: HTMLElement): () => void {
  const day = model.value;
  const tokens = [...new Set((day?.types ?? []).map(({ id }) => lookOf(id).token))];
  const bounds = day === null ? null : boundsOf(day);
  const map = new MapLibre({
    container,
    style: mapStyle(tokens.length === 0 ? ["basic"] : tokens),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    fadeDuration: 0,
    ...(bounds === null ? {} : { bounds, fitBoundsOptions: { padding: 24 } }),
    locale: { "Map.Title": ta("map") },
  });
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  let stop = (): void => {};
  map.on("load", () => {
    stop = follow(map);
  });
  map.on("click", "homes", ({ features }) => {
    const visitId: unknown = features?.[0]?.properties["visitId"];
    if (typeof visitId === "string") selectedVisit.value = visitId;
  });
  map.on("mouseenter", "homes", () => {
    map.getCanvas().style.cursor = "pointer";
  });
  map.on("mouseleave", "homes", () => {
    map.getCanvas().style.cursor = "";
  });
  return () => {
    stop();
    map.remove();
  };
}

export default function MapPanel() {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => (box.current === null ? undefined : makeMap(box.current)), []);
  const lines = geometry.value?.view;
  const straight = lines?.rounds.some(({ legs }) => legs.some(({ kind }) => kind === "straight")) === true;
  return (
    <div class="map">
      <div class="canvas" ref={box} />
      <p class="source">
        {straight && <span>{ta("straight")}</span>}
        {lines !== undefined && <span>{lines.attribution}</span>}
      </p>
    </div>
  );
}
