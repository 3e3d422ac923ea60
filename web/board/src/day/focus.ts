/** Which visit of the time line has the keyboard, and the steps between visits. */
import { signal } from "@preact/signals";
import { HEADER_HEIGHT, LABEL_WIDTH, rowHeight, view } from "./scale.js";
import { model } from "./state.js";
import type { Row, VisitBlock } from "./model.js";

export interface Focus {
  readonly visitId: string;
  readonly shiftId: string;
}

export const focused = signal<Focus | null>(null);

/** The block whose middle is nearest to a time. */
function nearest(row: Row, at: number): VisitBlock | undefined {
  return row.blocks.toSorted(
    (a, b) => Math.abs((a.start + a.end) / 2 - at) - Math.abs((b.start + b.end) / 2 - at),
  )[0];
}

function next(from: Focus, key: string): Focus | null {
  const rows = model.value?.rows ?? [];
  const index = rows.findIndex(({ shiftId }) => shiftId === from.shiftId);
  const row = rows[index];
  const at = row?.blocks.findIndex(({ visitId }) => visitId === from.visitId) ?? -1;
  const block = row?.blocks[at];
  if (row === undefined || block === undefined) return null;
  const found = (to: Row | undefined, visit: VisitBlock | undefined): Focus | null =>
    to === undefined || visit === undefined ? null : { shiftId: to.shiftId, visitId: visit.visitId };
  if (key === "ArrowLeft") return found(row, row.blocks[at - 1]);
  if (key === "ArrowRight") return found(row, row.blocks[at + 1]);
  if (key === "Home") return found(row, row.blocks[0]);
  if (key === "End") return found(row, row.blocks.at(-1));
  const others = key === "ArrowUp" ? rows.slice(0, index).toReversed() : rows.slice(index + 1);
  const other = others.find(({ blocks }) => blocks.length > 0);
  return other === undefined ? null : found(other, nearest(other, (block.start + block.end) / 2));
}

/**
 * Scrolls the visit into sight and gives it the keyboard once it is drawn.
 *
 * @param take false: the keyboard stays where it is (in the map's list, say)
 */
export function focusOn(to: Focus, box: HTMLElement, take = true): void {
  const day = model.value;
  const index = day?.rows.findIndex(({ shiftId }) => shiftId === to.shiftId) ?? -1;
  const block = day?.blockOf.get(to.visitId);
  if (index < 0 || block === undefined) return;
  focused.value = to;
  const [top, room] = [index * rowHeight.value, box.clientHeight - HEADER_HEIGHT];
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + rowHeight.value > box.scrollTop + room) box.scrollTop = top + rowHeight.value - room;
  const [left, right] = [view.value.x(block.start), view.value.x(block.end)];
  const wide = box.clientWidth - LABEL_WIDTH;
  if (left < box.scrollLeft) box.scrollLeft = Math.max(0, left - 20);
  else if (right > box.scrollLeft + wide) box.scrollLeft = right - wide + 20;
  if (!take) return;
  const selector = `[data-visit="${CSS.escape(to.visitId)}"][data-shift="${CSS.escape(to.shiftId)}"]`;
  const drawn = box.querySelector<HTMLElement>(selector);
  // At once where it can be: quick presses must not overtake each other.
  if (drawn?.checkVisibility() === true) drawn.focus();
  else requestAnimationFrame(() => box.querySelector<HTMLElement>(selector)?.focus());
}

const KEYS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"];

/** Whether the key was a step. */
export function stepFocus(key: string, box: HTMLElement): boolean {
  if (!KEYS.includes(key) || focused.value === null) return false;
  const to = next(focused.value, key);
  if (to !== null) focusOn(to, box);
  return true;
}
