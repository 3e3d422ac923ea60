/** What Chromium's trace tells of the main thread. */

/** As in a trace file: microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time of the thread within the event. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/**
 * Work of the page's main thread from one frame to the next, milliseconds of processor time: all tasks
 * (script, style, layout, painting lists), whether they belong to the frame or delay it. Frames are the marks
 * named `frame`, which the page sets in each animation frame.
 */
export function framesOf(events: readonly TraceEvent[]): number[] {
  const marks = events.filter(({ name, ph }) => name === "frame" && ["R", "I", "i", "n", "b"].includes(ph));
  const main = marks[0];
  if (main === undefined) throw new Error("the trace has no frames");
  const frames = [...new Set(marks.filter(({ pid }) => pid === main.pid).map(({ ts }) => ts))].toSorted(
    (a, b) => a - b,
  );
  const work = frames.slice(1).map(() => 0);
  const isTask = ({ name, ph, pid, tid }: TraceEvent): boolean =>
    ph === "X" && pid === main.pid && tid === main.tid && name.endsWith("RunTask");
  for (const event of events) {
    if (!isTask(event)) continue;
    const middle = event.ts + (event.dur ?? 0) / 2;
    let [low, high] = [0, frames.length];
    while (low < high) {
      const half = (low + high) >> 1;
      if (frames[half]! <= middle) low = half + 1;
      else high = half;
    }
    if (low > 0 && low <= work.length) work[low - 1] = work[low - 1]! + (event.tdur ?? event.dur ?? 0) / 1000;
  }
  return work;
}
