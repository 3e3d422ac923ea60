/** Nurses, their shifts and the shifts' breaks. */
import { chance, pick, some } from "../source.js";
import {
  AREAS,
  type Break,
  type Context,
  DAY_SECONDS,
  LANGUAGES,
  type Nurse,
  OFFICE,
  SKILLS,
  type Shift,
} from "./context.js";

/** One shift for each nurse, or several with `secondShifts`. At least one of each. */
export function makeStaff(
  context: Context,
  placeIds: readonly string[],
): { nurses: Nurse[]; shifts: Shift[] } {
  const { source, has, options } = context;
  const shiftCount = source.int(1, options.maxShifts ?? 4);
  const nurses: Nurse[] = [];
  const shifts: Shift[] = [];
  for (let number = 1; number <= shiftCount; number += 1) {
    const again = nurses.length > 0 && has("secondShifts") && chance(source, 40);
    const nurse = again ? pick(source, nurses) : makeNurse(context, nurses.length + 1);
    if (!again) nurses.push(nurse);
    shifts.push(makeShift(context, `s${number}`, nurse.id, placeIds));
  }
  return { nurses, shifts };
}

function makeNurse({ source, has }: Context, number: number): Nurse {
  const nurse: Nurse = { id: `n${number}` };
  if (has("skills")) nurse.skills = some(source, SKILLS, 65);
  if (has("people")) {
    if (chance(source, 70)) nurse.languages = some(source, LANGUAGES, 60);
    if (chance(source, 70)) nurse.areaIds = some(source, AREAS, 60);
  }
  return nurse;
}

function makeShift(context: Context, id: string, nurseId: string, placeIds: readonly string[]): Shift {
  const { source, has, instant, time } = context;
  // From one hour to the whole day, mostly long.
  const from = time(0, chance(source, 30) ? DAY_SECONDS / 2 : DAY_SECONDS / 5);
  const to = time(from + (chance(source, 70) ? 4 * 3600 : 3600), DAY_SECONDS);
  const startPlaceId = chance(source, 25) ? pick(source, placeIds) : OFFICE;
  const shift: Shift = {
    id,
    nurseId,
    from: instant(from),
    to: instant(to),
    startPlaceId,
    endPlaceId: chance(source, 15) ? pick(source, placeIds) : startPlaceId,
    mode: has("modes") && chance(source, 50) ? "walk" : "car",
  };
  if (has("overtime")) shift.maxOvertimeMinutes = source.int(0, 6) * 10;
  if (has("useCost") && chance(source, 60)) shift.useCost = source.int(0, 30) * 100;
  if (has("target") && chance(source, 70)) shift.targetMinutes = source.int(0, 180);
  if (has("breaks")) shift.breaks = makeBreaks(context, from, to);
  return shift;
}

function makeBreaks(context: Context, from: number, to: number): Break[] {
  const { source } = context;
  const breaks: Break[] = [];
  const count = chance(source, 80) ? (chance(source, 25) ? 2 : 1) : 0;
  for (let number = 1; number <= count; number += 1) {
    breaks.push(makeBreak(context, `b${number}`, from, to));
  }
  return breaks;
}

/** Its window lies within the shift, and what counts from departure can be met from the shift's start. */
function makeBreak({ source, instant, time }: Context, id: string, from: number, to: number): Break {
  const minutes = source.int(1, 6) * 5;
  const first = time(from, Math.floor((from + to) / 2));
  const last = time(first, Math.max(first, to - minutes * 60));
  const spec: Break = { id, minutes, from: instant(first), to: instant(last) };
  if (chance(source, 50)) spec.afterMinutes = source.int(0, 8) * 30;
  const reachMinutes = Math.floor((last - from) / 60);
  if (chance(source, 30)) spec.earliestAfterMinutes = source.int(0, Math.min(120, reachMinutes));
  if (chance(source, 30)) {
    const least = Math.max(spec.earliestAfterMinutes ?? 0, Math.ceil((first - to) / 60));
    spec.latestAfterMinutes = least + source.int(0, 240);
  }
  if (chance(source, 35)) spec.inside = true;
  return spec;
}
