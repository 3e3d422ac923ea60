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

/** How far the box is scrolled, in whole steps of about a row. */
export const boxTop = signal(0);
/** Rows beyond both edges that are drawn at once. */
const SPARE = 1;

/** Rows in sight and the next ones: the first, and the one after the last. */
export const near = computed<Span>((): Span => {
  const rows = model.value?.rows.length ?? 0;
  const height = rowHeight.value;
  return {
    from: Math.max(0, Math.floor(boxTop.value / height) - SPARE),
    to: Math.min(rows, Math.ceil((boxTop.value + boxHeight.value) / height) + SPARE),
  };
});

/** Width of the scrolling box. */
export const boxWidth = signal(1000);
/** 1: the whole day in the box. */
export const zoom = signal(1);
export const ZOOMS = [1, 1.5, 2, 3, 4.5] as const;

/** Rows by index: from the first up to, and without, the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface View {
  /** Pixels of the track. */
  readonly width: number;
  readonly perMinute: number;
  x(at: number): number;
  timeAt(x: number): number;
}

const dayStart = computed(() => model.value?.start ?? 0);
const dayEnd = computed(() => model.value?.end ?? 86_400);

export const view = computed<View>(() => {
  const [start, end] = [dayStart.value, dayEnd.value];
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
