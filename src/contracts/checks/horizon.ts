/**
 * All of a problem lies within about a year. Instants that would change a cost or a rule
 * from further away are mistyped dates. Far ends that only mean "any time" (a window from
 * 1970 to 2100, a preferred time without an end) are fine.
 */
import type { Path } from "../fault.js";
import { clock, entries, type Context } from "./context.js";

const FURTHEST = 366 * 86_400;

export function checkHorizon({ problem, add }: Context): void {
  let origin = Infinity;
  let first = "";
  for (const { item } of entries(problem.shifts)) {
    const from = clock(item.from);
    if (from !== undefined && from < origin) [origin, first] = [from, item.from!];
  }
  if (origin === Infinity) return;

  const check = (text: string | undefined, path: Path, sides: "both" | "after" | "before"): void => {
    const at = clock(text);
    if (at === undefined) return;
    const tooLate = sides !== "before" && at - origin > FURTHEST;
    const tooEarly = sides !== "after" && origin - at > FURTHEST;
    if (!tooLate && !tooEarly) return;
    add(
      "too-far-apart",
      path,
      `${String(path.at(-1))} ${text} is more than 366 days from the first shift (${first})`,
    );
  };

  for (const { at, item } of entries(problem.shifts)) {
    check(item.from, ["shifts", at, "from"], "both");
    check(item.to, ["shifts", at, "to"], "both");
  }
  for (const { at, item } of entries(problem.visits)) {
    check(item.pin?.start, ["visits", at, "pin", "start"], "both");
    check(item.preferred?.from, ["visits", at, "preferred", "from"], "after");
    check(item.preferred?.to, ["visits", at, "preferred", "to"], "before");
  }
  for (const [id, visit] of Object.entries(problem.previous?.visits ?? {})) {
    check(visit?.start, ["previous", "visits", id, "start"], "both");
  }
}
