/** Dragging with the pointer: what is under it, and where the carried visit is drawn. */
import { signal } from "@preact/signals";
import { begin, cancel, drop, moving, run, target } from "./moving.js";
import { positionAt } from "./model.js";
import { model, planId } from "./state.js";
import { view } from "./scale.js";

/** Pixels that tell a drag from a click. */
const THRESHOLD = 5;

export const ghost = signal<{ readonly x: number; readonly y: number } | null>(null);

/** What the page has under the pointer: a row of the time line, the tray, or neither. */
function under(x: number, y: number, visitId: string): void {
  const element = document.elementFromPoint(x, y)?.closest("[data-drop]");
  const where = element?.getAttribute("data-drop") ?? null;
  const row = model.value?.rows.find(({ shiftId }) => `shift:${shiftId}` === where);
  if (where === "tray") target.value = "tray";
  else if (row === undefined) target.value = null;
  else {
    const track = element?.querySelector(".track") ?? element;
    const left = track?.getBoundingClientRect().left ?? 0;
    const position = positionAt(row, view.value.timeAt(x - left), visitId);
    const known = target.value;
    // The same place again would draw the row anew for nothing.
    if (known === null || known === "tray" || known.shiftId !== row.shiftId || known.position !== position) {
      target.value = { shiftId: row.shiftId, position };
    }
  }
}

/** Nothing is selected by dragging over it. */
const still = (event: Event): void => event.preventDefault();

/** Starts to watch; it becomes a drag once the pointer has moved. `onClick`: it did not. */
export function pressed(event: PointerEvent, visitId: string, fromShiftId: string | null): void {
  if (event.button !== 0 || planId.value === null || moving.value !== null) return;
  const [x0, y0] = [event.clientX, event.clientY];
  let dragging = false;
  let at: { readonly x: number; readonly y: number } | null = null;
  let frame = 0;
  const stop = (): void => {
    cancelAnimationFrame(frame);
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", up);
    removeEventListener("pointercancel", stop);
    removeEventListener("keydown", key, true);
    removeEventListener("selectstart", still);
    ghost.value = null;
  };
  const move = ({ clientX: x, clientY: y }: PointerEvent): void => {
    if (!dragging && Math.hypot(x - x0, y - y0) < THRESHOLD) return;
    if (!dragging) {
      dragging = true;
      // The cursor stays that of what is carried, wherever it is.
      if (event.target instanceof Element) event.target.setPointerCapture(event.pointerId);
      begin({ visitId, fromShiftId, by: "pointer" });
    }
    // At most once a frame: the pointer may be faster than the screen.
    if (at === null) frame = requestAnimationFrame(follow);
    at = { x, y };
  };
  const follow = (): void => {
    if (at === null) return;
    const { x, y } = at;
    at = null;
    ghost.value = { x, y };
    under(x, y, visitId);
  };
  const up = (): void => {
    // Where the pointer was last, not where the last frame saw it.
    if (dragging) follow();
    stop();
    if (dragging) run(drop());
  };
  const key = (pressedKey: KeyboardEvent): void => {
    if (pressedKey.key !== "Escape" || !dragging) return;
    pressedKey.preventDefault();
    stop();
    cancel();
  };
  addEventListener("pointermove", move);
  addEventListener("pointerup", up);
  addEventListener("pointercancel", stop);
  addEventListener("keydown", key, true);
  // Not by a style of the whole page: every element of it would be looked at anew.
  addEventListener("selectstart", still);
}
