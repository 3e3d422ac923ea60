/** The demo day, without travel times. */
import type { Problem, Visit } from "../../../src/contracts/index.js";
import { dayClock } from "../../generate/clock.js";
import { Draw, seedFor } from "../../generate/draw.js";
import type { Doors } from "./doors.js";
import { staffOf } from "./staff.js";
import { couples, crews, infusion, languages, videoVisits, wishes } from "./touches.js";
import { acquaint, needOf, VISIT_TYPES } from "./visits.js";

export const DATE = "2026-11-23";
export const TIME_ZONE = "Europe/Helsinki";

/** Whether any shift of a nurse reaches the visit's window and the nurse has the skills. */
function ability(staff: ReturnType<typeof staffOf>): (nurseId: string, visit: Visit) => boolean {
  return (nurseId, visit) => {
    const skills = new Set(staff.nurses.find((nurse) => nurse.id === nurseId)?.skills);
    const type = VISIT_TYPES.find(({ id }) => id === visit.typeId);
    const all = [...(type?.requires ?? []), ...(visit.requires ?? [])];
    const any = type?.requiresAnyOf ?? [];
    if (!all.every((skill) => skills.has(skill))) return false;
    if (any.length > 0 && !any.some((skill) => skills.has(skill))) return false;
    // All instants of the day have one offset, so their texts sort as the times do.
    return staff.shifts.some(
      (shift) =>
        shift.nurseId === nurseId &&
        visit.windows.some((window) => window.from < shift.to && shift.from < window.to),
    );
  };
}

/** Same doors and seed, same day, byte for byte. */
export function helsinkiDay(doors: Doors, seed: number): Problem {
  const clock = dayClock(DATE, TIME_ZONE);
  const part = (name: string) => new Draw(seedFor(seed, name));
  const staff = staffOf(clock);
  const need = needOf(doors, clock, part("need"));
  crews(need, part("crews"));
  videoVisits(need, part("video"));
  languages(need, part("languages"));
  couples(need, part("couples"));
  acquaint(need, staff, ability(staff), part("acquaintance"));
  wishes(need, part("wishes"));
  infusion(need);
  const lived = new Set(need.clients.map((client) => client.placeId));
  const homes = doors.homes.filter((home) => lived.has(home.id));
  return {
    format: "kotikierros/problem@1",
    timeZone: TIME_ZONE,
    places: [...doors.offices, ...homes],
    travel: {
      modes: {
        car: { perStopSeconds: 210 }, // finding a place to park
        bike: { perStopSeconds: 60 }, // the lock
        walk: {},
      },
    },
    visitTypes: [...VISIT_TYPES],
    clients: need.clients,
    visits: need.visits,
    links: need.links,
    nurses: staff.nurses,
    shifts: staff.shifts,
    providers: [
      {
        id: "bought-care",
        name: "Ostopalvelu",
        typeIds: ["basic", "rehabilitative"],
        areaIds: ["Ruoholahti", "Jätkäsaari", "Katajanokka"],
        maxVisits: 3,
        cost: 15_000,
      },
    ],
    weights: {},
  };
}
