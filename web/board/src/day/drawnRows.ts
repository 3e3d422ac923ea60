/**
 * Which rows of the time line are drawn: those in sight at once, the others a row at a time while the page is
 * idle, so that somebody who scrolls finds them there: to draw a row takes longer than to scroll past it.
 */
import { effect, signal } from "@preact/signals";
import { near, type Span, view } from "./scale.js";
import { model } from "./state.js";

/** Rows kept beyond both edges of what is in sight: all of a usual day, and an end to what a huge one holds. */
const KEPT = 150;
const NONE: Span = { from: 0, to: 0 };

export const drawnRows = signal<Span>(NONE);

const rowCount = (): number => model.peek()?.rows.length ?? 0;

/** What is drawn once the rows of `sight` are: with those still kept, unless there would be a hole between. */
function withSight({ from, to }: Span, sight: Span): Span {
  if (sight.from > to || sight.to < from) return sight;
  return {
    from: Math.max(Math.min(from, sight.from), sight.from - KEPT, 0),
    to: Math.min(Math.max(to, sight.to), sight.to + KEPT, rowCount()),
  };
}

/** One row more, on the side where fewer are waiting; the same where all are drawn. */
function grown(span: Span, sight: Span): Span {
  const [first, last] = [Math.max(0, sight.from - KEPT), Math.min(rowCount(), sight.to + KEPT)];
  const [above, below] = [span.from > first, span.to < last];
  if (below && (!above || span.to - sight.to <= sight.from - span.from)) return { ...span, to: span.to + 1 };
  return above ? { ...span, from: span.from - 1 } : span;
}

/** Calls when the page has nothing to do; soon, in browsers that cannot tell. The function returned forgets it. */
function whenIdle(task: () => void): () => void {
  if (typeof requestIdleCallback === "function") {
    const id = requestIdleCallback(task);
    return () => cancelIdleCallback(id);
  }
  const id = setTimeout(task, 30);
  return () => clearTimeout(id);
}

/** Draws what comes into sight, and more in idle moments, until the function returned is called. */
export function drawAhead(): () => void {
  let forget: (() => void) | null = null;
  const step = (): void => {
    forget = null;
    drawnRows.value = grown(drawnRows.peek(), near.peek());
  };
  let scale = view.peek();
  const stop = effect(() => {
    const sight = near.value;
    const held = drawnRows.value;
    // At another scale every row is drawn anew: first those that are seen.
    const now = scale === view.value ? withSight(held, sight) : sight;
    scale = view.value;
    if (now.from !== held.from || now.to !== held.to) drawnRows.value = now;
    const more = grown(now, sight);
    if (forget === null && (more.from !== now.from || more.to !== now.to)) forget = whenIdle(step);
  });
  return () => {
    stop();
    forget?.();
    drawnRows.value = NONE;
  };
}
