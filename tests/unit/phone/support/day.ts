/** A small round for the phone's tests. */
import type { NurseDay, NurseVisit } from "../../../../src/contracts/nurseDay.js";

const at = (time: string): string => `2026-11-23T${time}:00+02:00`;

export function visit(id: string, start: string, end: string, more: Partial<NurseVisit> = {}): NurseVisit {
  return {
    kind: "visit",
    visitId: id,
    clientId: `client-${id}`,
    client: { name: `Client ${id}`, languages: ["sv"] },
    typeId: "basic",
    typeName: { fi: "Perus", en: "Basic" },
    tasks: [],
    minutes: 30,
    crewSize: 1,
    crew: [],
    remote: false,
    hasNotes: true,
    told: { state: "planned", begunAt: null, endedAt: null },
    place: { id: `home-${id}`, name: "Katu 1", lat: 60.17, lon: 24.94 },
    arrival: at(start),
    start: at(start),
    end: at(end),
    ...more,
  };
}

export function dayOf(...visits: readonly NurseVisit[]): NurseDay {
  return {
    nurseId: "aino",
    date: "2026-11-23",
    timeZone: "Europe/Helsinki",
    planId: "plan-1",
    rounds: [
      {
        shiftId: "shift-1",
        nurseId: "aino",
        mode: "car",
        departure: at("07:00"),
        return: at("15:00"),
        startPlaceId: "office",
        endPlaceId: "office",
        stops: [...visits],
      },
    ],
  };
}
