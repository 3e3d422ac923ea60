/** How the map is shown; kept in this browser. */
import { signal } from "@preact/signals";

export type MapSize = "side" | "wide";

export const mapOpen = signal(localStorage.getItem("kotikierros.map") !== "closed");
export const mapSize = signal<MapSize>(
  localStorage.getItem("kotikierros.map-size") === "wide" ? "wide" : "side",
);
export const listOpen = signal(false);

export function toggleMap(): void {
  mapOpen.value = !mapOpen.value;
  localStorage.setItem("kotikierros.map", mapOpen.value ? "open" : "closed");
}

export function toggleSize(): void {
  mapSize.value = mapSize.value === "wide" ? "side" : "wide";
  localStorage.setItem("kotikierros.map-size", mapSize.value);
}
