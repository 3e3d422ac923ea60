/** Routes and their CVRPLIB `.sol` text. */
import type { Solution } from "../../solver/index.js";

/** Customers of each used vehicle, in order, by their number in the instance. */
export function routesOf(solution: Solution): number[][] {
  return solution.routes
    .map((route) => route.stops.flatMap((stop) => (stop.kind === "visit" ? [stop.visit + 1] : [])))
    .filter((route) => route.length > 0);
}

/** `cost` with one decimal. */
export function solText(routes: readonly (readonly number[])[], cost: number): string {
  const lines = routes.map((route, i) => `Route #${i + 1}: ${route.join(" ")}`);
  return `${[...lines, `Cost ${cost.toFixed(1)}`].join("\n")}\n`;
}

export function parseSol(text: string): number[][] {
  return text
    .split(/\r?\n/)
    .flatMap((line) => /^Route\s*#?\d+\s*:\s*(.*)$/i.exec(line.trim())?.[1] ?? [])
    .map((list) => list.split(/\s+/).filter(Boolean).map(Number));
}
