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
 * (script, style, layout, painting lists), whether they belong to the frame or delay the next. Frames are the
 * marks named `frame`, which the page sets in each animation frame. The task that draws a frame is that
 * frame's whole: what it does before the mark (scroll events) and after it.
 */
export function framesOf(events: readonly TraceEvent[]): number[] {
  const marks = events.filter(({ name, ph }) => name === "frame" && ["R", "I", "i", "n", "b"].includes(ph));
  const main = marks[0];
  if (main === undefined) throw new Error("the trace has no frames");
  const at = [...new Set(marks.filter(({ pid }) => pid === main.pid).map(({ ts }) => ts))].toSorted(
    (a, b) => a - b,
  );
  const tasks = events
    .filter(
      ({ name, ph, pid, tid }) =>
        ph === "X" && pid === main.pid && tid === main.tid && name.endsWith("RunTask"),
    )
    .toSorted((a, b) => a.ts - b.ts);
  const work: number[] = [];
  let mark = 0;
  for (const { ts, dur = 0, tdur = dur } of tasks) {
    const draws = (at[mark] ?? Infinity) <= ts + dur;
    while ((at[mark] ?? Infinity) <= ts + dur) mark += 1;
    if (draws) work.push(0);
    if (work.length > 0) work[work.length - 1] = work[work.length - 1]! + tdur / 1000;
  }
  // What followed the last mark is no whole frame.
  return work.slice(0, -1);
}
