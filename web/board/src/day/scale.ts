/** Time to pixels on the time line. */
import { computed, signal } from "@preact/signals";
import { model } from "./state.js";

export const LABEL_WIDTH = 196;
export const HEADER_HEIGHT = 30;

/** Inner height of the scrolling box. */
export const boxHeight = signal(600);
/** Few rows share the height there is; many keep the least. */
export const rowHeight = computed(() => {
  const rows = Math.max(1, model.value?.rows.length ?? 1);
  return Math.max(40, Math.min(58, Math.floor((boxHeight.value - HEADER_HEIGHT - 56) / rows)));
});

/** Width of the scrolling box. */
export const boxWidth = signal(1000);
/** 1: the whole day in the box. */
export const zoom = signal(1);
export const ZOOMS = [1, 1.5, 2, 3, 4.5] as const;

export interface View {
  /** Pixels of the track. */
  readonly width: number;
  readonly perMinute: number;
  x(at: number): number;
  timeAt(x: number): number;
}

export const view = computed<View>(() => {
  const [start, end] = [model.value?.start ?? 0, model.value?.end ?? 86_400];
  const minutes = Math.max(60, (end - start) / 60);
  const width = Math.max(480, Math.floor((boxWidth.value - LABEL_WIDTH - 2) * zoom.value));
  const perMinute = width / minutes;
  return {
    width,
    perMinute,
    x: (at) => ((at - start) / 60) * perMinute,
    timeAt: (x) => start + (x / perMinute) * 60,
  };
});

export function stepZoom(step: 1 | -1): void {
  const at = ZOOMS.findIndex((one) => one === zoom.value);
  zoom.value = ZOOMS[Math.max(0, Math.min(ZOOMS.length - 1, at + step))] ?? 1;
}
