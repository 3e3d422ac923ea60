/** Nurses and their shifts; shares as on the days in ../shared/data/days. */
import type { Client, Nurse, Shift } from "../../src/contracts/index.js";
import type { Clock } from "./clock.js";
import { apportion, type Draw } from "./draw.js";
import type { Land } from "./layout.js";
import type { ModeId } from "./options.js";

const SKILLS: readonly (readonly [readonly string[], number])[] = [
  [["practical-nurse"], 0.4],
  [["practical-nurse", "registered-nurse", "medication"], 0.32],
  [["practical-nurse", "rehabilitation"], 0.2],
  [["family-work"], 0.08],
];
/** Share that works in the evening: of practical nurses, of registered nurses, of the others. */
const EVENING = [0.3, 0.375, 0, 0] as const;

/** Minutes after midnight. */
export const MORNING = { from: 420, to: 900, mealFrom: 600, mealTo: 750 } as const;
export const EVENING_SHIFT = { from: 840, to: 1290, mealFrom: 1020, mealTo: 1140 } as const;
const MEAL_MINUTES = 30;

export interface Staff {
  readonly nurses: Nurse[];
  readonly shifts: Shift[];
}

export function drawStaff(
  count: number,
  land: Land,
  modes: readonly ModeId[],
  overtimeMinutes: number,
  clock: Clock,
  draw: Draw,
): Staff {
  const staff: Staff = { nurses: [], shifts: [] };
  const skills = draw.shuffled(apportion(count, SKILLS));
  const offices = draw.shuffled(
    apportion(
      count,
      land.offices.map((_, i) => [i, land.areas.filter((a) => a.office === i).length] as const),
    ),
  );
  const evenings = eveningNurses(skills, draw);
  skills.forEach((own, i) => {
    const office = offices[i]!;
    const times = evenings.has(i) ? EVENING_SHIFT : MORNING;
    staff.nurses.push({
      id: `n${i + 1}`,
      skills: [...own],
      languages: draw.chance(0.2) ? ["fi", "sv"] : ["fi"],
      areaIds: land.areas.filter((a) => a.office === office).map((a) => a.id),
    });
    staff.shifts.push({
      id: `s${i + 1}`,
      nurseId: `n${i + 1}`,
      from: clock(times.from),
      to: clock(times.to),
      startPlaceId: land.offices[office]!.id,
      endPlaceId: land.offices[office]!.id,
      mode: modes[i % modes.length]!,
      maxOvertimeMinutes: overtimeMinutes,
      breaks: [{ id: "meal", minutes: MEAL_MINUTES, from: clock(times.mealFrom), to: clock(times.mealTo) }],
    });
  });
  return staff;
}

/** The evening shares of each group, rounded; at least one of two or more. */
function eveningNurses(skills: readonly (readonly string[])[], draw: Draw): Set<number> {
  const evenings = new Set<number>();
  SKILLS.forEach(([own], group) => {
    const share = EVENING[group] ?? 0;
    const having = skills.flatMap((s, i) => (s === own ? [i] : []));
    const least = share > 0 && having.length > 1 ? 1 : 0;
    const some = Math.max(least, Math.round(having.length * share));
    for (const i of draw.sample(having, some)) evenings.add(i);
  });
  return evenings;
}

/** Seven clients of ten know three to six nurses, half of them of their own area; three of a hundred refuse one. */
export function drawAcquaintance(clients: readonly Client[], nurses: readonly Nurse[], draw: Draw): void {
  for (const client of clients) {
    if (draw.chance(0.7)) {
      const own = nurses.filter((n) => client.areaId !== undefined && n.areaIds?.includes(client.areaId));
      const count = draw.between(3, 6);
      const known = new Set(draw.sample(own, Math.ceil(count / 2)).map((n) => n.id));
      for (const nurse of draw.shuffled(nurses)) if (known.size < count) known.add(nurse.id);
      client.familiarNurseIds = [...known];
    }
    if (nurses.length > 2 && draw.chance(0.03)) {
      const strangers = nurses.filter((n) => !client.familiarNurseIds?.includes(n.id));
      if (strangers.length > 0) client.refusedNurseIds = [draw.pick(strangers).id];
    }
  }
}
