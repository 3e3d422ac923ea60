/** Matrices: both or neither, and square in the number of places. */
import type { Path } from "../fault.js";
import type { Context } from "./context.js";

/** Rows of a wrong length that a message names. */
const ROWS_NAMED = 5;

type Rows = readonly (readonly unknown[] | undefined)[];

function checkSize(add: Context["add"], path: Path, name: string, rows: Rows, places: number): void {
  if (rows.length !== places) {
    add("matrix-shape", path, `${name} has ${rows.length} rows for ${places} places`);
  }
  const wrong: string[] = [];
  let count = 0;
  for (const [r, row] of rows.entries()) {
    if (row === undefined || row.length === places) continue;
    count++;
    if (wrong.length < ROWS_NAMED) wrong.push(`row ${r} has ${row.length}`);
  }
  if (count === 0) return;
  const more = count > wrong.length ? `, and ${count - wrong.length} more rows` : "";
  add("matrix-shape", path, `${name} needs ${places} cells in each row, but ${wrong.join(", ")}${more}`);
}

export function checkTravel({ problem, add }: Context): void {
  const places = problem.places?.length;
  for (const [mode, travel] of Object.entries(problem.travel?.modes ?? {})) {
    if (travel === undefined) continue;
    const path = ["travel", "modes", mode];
    const { durations, distances } = travel;
    // A matrix that is faulty as a whole is undefined here, yet its key is there.
    const hasDurations = Object.hasOwn(travel, "durations");
    if (hasDurations !== Object.hasOwn(travel, "distances")) {
      const [has, lacks] = hasDurations ? ["durations", "distances"] : ["distances", "durations"];
      add("matrix-half", path, `mode ${mode} has ${has} but no ${lacks}`);
    }
    if (places === undefined) continue;
    if (durations !== undefined) checkSize(add, [...path, "durations"], "durations", durations, places);
    if (distances !== undefined) checkSize(add, [...path, "distances"], "distances", distances, places);
  }
}
