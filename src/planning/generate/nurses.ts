/** Nurses as the problem has them: skills that are valid on every date on which they work. */
import type { Nurse, Provider } from "../../contracts/problemSchema.js";
import type { NurseRecord } from "../../contracts/standing/nurses.js";
import type { Frame } from "./frame.js";
import type { WorkingShift } from "./shifts.js";
import { covers, groupBy } from "./standing.js";

/**
 * The nurses of the shifts, and those whom clients know though they do not work: continuity
 * is measured by them.
 */
export function problemNurses(
  shifts: readonly WorkingShift[],
  known: ReadonlySet<string>,
  frame: Frame,
): Nurse[] {
  const { standing } = frame;
  const dates = new Map(
    [...groupBy(shifts, (shift) => shift.nurse.id)].map(([id, list]) => [
      id,
      [...new Set(list.map((shift) => shift.record.date))].toSorted(),
    ]),
  );
  const qualifications = groupBy(standing.qualifications, (one) => one.nurseId);
  return standing.nurses
    .filter((nurse) => nurse.contract?.kind !== "provider" && (dates.has(nurse.id) || known.has(nurse.id)))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((nurse) => {
      const working = dates.get(nurse.id) ?? [frame.wish.from];
      const skills = skillsOn(working, qualifications.get(nurse.id) ?? [], nurse, frame);
      return {
        id: nurse.id,
        ...(nurse.name === undefined ? {} : { name: nurse.name }),
        ...(skills.length === 0 ? {} : { skills }),
        ...(nurse.languages === undefined ? {} : { languages: nurse.languages }),
        ...(nurse.homeAreaId === undefined ? {} : { areaIds: [nurse.homeAreaId] }),
      };
    });
}

/** A skill counts if it is valid on all of the dates; one that is valid on some only is told. */
function skillsOn(
  dates: readonly string[],
  records: Frame["standing"]["qualifications"],
  nurse: NurseRecord,
  frame: Frame,
): string[] {
  const skills: string[] = [];
  for (const [skill, list] of groupBy(records, (record) => record.skill)) {
    const valid = dates.filter((date) => list.some((record) => covers(record, date)));
    if (valid.length === dates.length) skills.push(skill);
    else if (valid.length > 0) {
      const words = `nurse ${nurse.id} has ${skill} on ${valid.length} of the ${dates.length} dates of her shifts; it counts on none of them`;
      frame.notes.add("qualification-ends", { nurseId: nurse.id }, words);
    }
  }
  return skills.toSorted();
}

/** Outside providers; their most visits are for one day. */
export function problemProviders(frame: Frame): Provider[] {
  const days = frame.dates.length;
  return frame.standing.nurses.flatMap((nurse): Provider[] => {
    if (nurse.contract?.kind !== "provider") return [];
    const { cost, typeIds, areaIds, maxVisits } = nurse.contract;
    const known = new Set(frame.standing["visit-types"].map((type) => type.id));
    return [
      {
        id: nurse.id,
        ...(nurse.name === undefined ? {} : { name: nurse.name }),
        typeIds: typeIds.filter((id) => known.has(id)),
        ...(areaIds === undefined ? {} : { areaIds }),
        ...(maxVisits === undefined ? {} : { maxVisits: maxVisits * days }),
        cost,
      },
    ];
  });
}
