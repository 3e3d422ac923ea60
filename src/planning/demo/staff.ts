/** Nurses and their rota: the recorded day's shifts on weekdays, others at weekends, one nurse at night. */
import type { Problem, Shift } from "../../contracts/problemSchema.js";
import type { StandingRecords } from "../../contracts/standing/kinds.js";
import { addDays, datesBetween, weekday } from "../../domain/dates.js";
import { epochSeconds } from "../../domain/instant.js";
import { unitOf } from "./catalogue.js";
import { inventedName } from "./names.js";

type Nurse = StandingRecords["nurses"];
type ShiftRow = StandingRecords["shifts"];

/** A nurse with more areas than this is called in wherever she is needed. */
const OWN_AREAS = 3;
const NIGHT_NURSES = ["night-1", "night-2"];

/** Works through weekends and has Tuesday and Wednesday off, so that on each day somebody works the next one, too. */
const WEEKEND_WORKER = "n10";

function isOff(nurseId: string, date: string): boolean {
  const day = weekday(date);
  return nurseId === WEEKEND_WORKER ? day === 2 || day === 3 : day > 5;
}

/** Works the shifts of a nurse on her days off, which are weekends but for one. */
export function weekendNurse(nurseId: string): string {
  return `${nurseId}-weekend`;
}

function localTime(instant: string): string {
  return instant.slice(11, 16);
}

function minutesAfter(shift: Shift, instant: string): number {
  return Math.round((epochSeconds(instant) - epochSeconds(shift.from)) / 60);
}

export function demoNurses(day: Problem): {
  nurses: Nurse[];
  qualifications: StandingRecords["qualifications"][];
} {
  const first = new Map(day.shifts.map((shift) => [shift.nurseId, shift]));
  const nurses: Nurse[] = [];
  const qualifications: StandingRecords["qualifications"][] = [];
  const add = (nurse: Nurse, skills: readonly string[]): void => {
    nurses.push(nurse);
    for (const skill of skills) {
      const permit = skill === "medication" || skill === "iv-therapy";
      qualifications.push({
        id: `${nurse.id}-${skill}`,
        nurseId: nurse.id,
        skill,
        kind: permit ? "permit" : "qualification",
        validFrom: "2024-01-01",
        ...(permit ? { validTo: "2028-12-31" } : {}),
      });
    }
  };
  for (const [at, nurse] of day.nurses.entries()) {
    const shift = first.get(nurse.id);
    const areas = nurse.areaIds ?? [];
    const own: Omit<Nurse, "id" | "name"> = {
      gender: at % 4 === 3 ? "male" : "female",
      unitId: unitOf(shift?.startPlaceId ?? ""),
      ...(nurse.languages === undefined ? {} : { languages: nurse.languages }),
      ...(areas.length === 0 || areas.length > OWN_AREAS ? {} : { homeAreaId: areas[0]! }),
      mode: shift?.mode ?? "walk",
    };
    add({ id: nurse.id, name: inventedName(200 + at), ...own }, nurse.skills ?? []);
    add({ id: weekendNurse(nurse.id), name: inventedName(220 + at), ...own }, nurse.skills ?? []);
  }
  for (const [at, id] of NIGHT_NURSES.entries()) {
    const night: Nurse = {
      id,
      name: inventedName(240 + at),
      unitId: "kamppi",
      languages: ["fi", "sv"],
      mode: "car",
    };
    add(night, ["registered-nurse", "practical-nurse", "medication"]);
  }
  const substitute: Nurse = {
    id: "substitute-1",
    name: inventedName(250),
    unitId: "ullanlinna",
    languages: ["fi", "en"],
    mode: "bike",
    contract: { kind: "substitute", activationCost: 20_000 },
  };
  add(substitute, ["practical-nurse", "medication"]);
  for (const { id, name, cost, typeIds, areaIds, maxVisits } of day.providers ?? []) {
    add(
      {
        id,
        ...(name === undefined ? {} : { name }),
        contract: {
          kind: "provider",
          cost,
          typeIds,
          ...(areaIds === undefined ? {} : { areaIds }),
          ...(maxVisits === undefined ? {} : { maxVisits }),
        },
      },
      [],
    );
  }
  return { nurses, qualifications };
}

/** The recorded shift on another date. */
function onDate(shift: Shift, date: string, nurseId: string): ShiftRow {
  const unitId = unitOf(shift.startPlaceId);
  const pooled = shift.mode === "car" || shift.mode === "bike";
  const breaks = (shift.breaks ?? []).map((one) => ({
    minutes: one.minutes,
    earliestAfterMinutes: minutesAfter(shift, one.from),
    latestAfterMinutes: minutesAfter(shift, one.to),
    ...(one.afterMinutes === undefined ? {} : { afterMinutes: one.afterMinutes }),
    ...(one.inside === undefined ? {} : { inside: one.inside }),
  }));
  return {
    id: `${shift.id}-${date}${nurseId === shift.nurseId ? "" : "-w"}`,
    nurseId,
    unitId,
    date,
    from: localTime(shift.from),
    to: localTime(shift.to),
    startPlaceId: shift.startPlaceId,
    endPlaceId: shift.endPlaceId,
    ...(pooled ? { vehicleId: `${shift.mode}-${unitId}` } : { mode: shift.mode }),
    ...(breaks.length === 0 ? {} : { breaks }),
    ...(shift.maxOvertimeMinutes === undefined ? {} : { maxOvertimeMinutes: shift.maxOvertimeMinutes }),
    ...(shift.useCost === undefined ? {} : { useCost: shift.useCost }),
    ...(shift.targetMinutes === undefined ? {} : { targetMinutes: shift.targetMinutes }),
  };
}

function nightShift(date: string, nurseId: string): ShiftRow {
  return {
    id: `night-${date}`,
    nurseId,
    unitId: "kamppi",
    date,
    from: "21:30",
    to: "07:00",
    startPlaceId: "base-kamppi",
    endPlaceId: "base-kamppi",
    vehicleId: "car-kamppi",
    startBufferMinutes: 10,
    endBufferMinutes: 10,
    breaks: [{ minutes: 30, earliestAfterMinutes: 180, latestAfterMinutes: 400 }],
  };
}

/** Every shift from one Monday for so many weeks. */
export function demoShifts(day: Problem, monday: string, weeks: number): ShiftRow[] {
  return datesBetween(monday, addDays(monday, weeks * 7 - 1)).flatMap((date, index) => {
    const week = Math.floor(index / 7);
    return [
      ...day.shifts.map((shift) =>
        onDate(shift, date, isOff(shift.nurseId, date) ? weekendNurse(shift.nurseId) : shift.nurseId),
      ),
      nightShift(date, NIGHT_NURSES[(week + 1) % 2]!),
    ];
  });
}
