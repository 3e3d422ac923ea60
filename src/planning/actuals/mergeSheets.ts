/** Versions of areas planned apart that hold on one date, as one day. */
import { groupBy } from "../../domain/groups.js";
import { addTallies } from "../life/figureTally.js";
import type { DaySheet } from "./sheet.js";

/** Of one date, at least one; its facts of a version are those of the first. A shift with a round in one of them is idle in none. */
export function mergeSheets(sheets: readonly DaySheet[]): DaySheet {
  const [first, ...others] = sheets;
  if (first === undefined) throw new RangeError("there is no sheet to merge");
  if (others.length === 0) return first;
  const rounds = sheets.flatMap((sheet) => sheet.rounds);
  const used = new Set(rounds.map(({ shiftId }) => shiftId));
  const idle = new Map(sheets.flatMap((sheet) => sheet.idle).map((shift) => [shift.shiftId, shift]));
  const byArea = groupBy(
    sheets.flatMap(({ areaTallies }) => [...areaTallies]),
    ([areaId]) => areaId,
  );
  return {
    ...first,
    rounds,
    visits: new Map(sheets.flatMap(({ visits }) => [...visits])),
    gaps: sheets.flatMap(({ gaps }) => gaps),
    idle: [...idle.values()].filter(({ shiftId }) => !used.has(shiftId)),
    tally: addTallies(sheets.map(({ tally }) => tally)),
    areaTallies: new Map(
      [...byArea].map(([areaId, list]) => [areaId, addTallies(list.map(([, tally]) => tally))]),
    ),
    skills: new Map(sheets.flatMap(({ skills }) => [...skills])),
  };
}
