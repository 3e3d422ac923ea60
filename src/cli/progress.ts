/** Tells on stderr how a run gets on: a bar on a terminal, nothing in a pipe. */
import { SingleBar } from "cli-progress";

/** What a run says of itself while it works. */
export interface Report {
  readonly iteration: number;
  readonly bestCost: number;
  readonly unserved: number;
  /** Of the search, by its own clock. */
  readonly seconds: number;
}

export interface ProgressView {
  show(report: Report): void;
  stop(): void;
}

/** What the bar measures: seconds since the process began, or iterations. */
export type Goal = { readonly seconds: number } | { readonly iterations: number };

const SILENT: ProgressView = { show: () => undefined, stop: () => undefined };

export function progressView(goal: Goal, out: NodeJS.WriteStream = process.stderr): ProgressView {
  if (!out.isTTY) return SILENT;
  const bySeconds = "seconds" in goal;
  const total = bySeconds ? goal.seconds : goal.iterations;
  const unit = bySeconds ? "s" : "iterations";
  const bar = new SingleBar({
    format: `  {bar} {value}/{total} ${unit} | cost {cost} | not served {unserved} | {iteration} iterations`,
    stream: out,
    barsize: 24,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
    fps: 5,
  });
  const waiting = { cost: "-", unserved: "-", iteration: 0 };
  bar.start(total, 0, waiting);
  return {
    show(report) {
      const value = bySeconds ? Math.round(process.uptime()) : report.iteration;
      bar.update(Math.min(total, value), {
        cost: report.bestCost,
        unserved: report.unserved,
        iteration: report.iteration,
      });
    },
    stop() {
      bar.stop();
    },
  };
}

/** Steps of a study: a line that is written over on a terminal, nothing in a pipe. */
export function stepLine(
  name: string,
  out: NodeJS.WriteStream = process.stderr,
): (progress: { readonly done: number; readonly total: number | null }) => void {
  return ({ done, total }) => {
    if (out.isTTY) out.write(`\r\u001b[K  ${name}: ${done}/${total ?? "?"}`);
  };
}
