/** Small problems for the travel tests: only places, modes and the date matter. */
import type { Problem, TravelMode } from "../../../src/contracts/index.js";

/** Place `p0`, `p1`, ... at different coordinates, a few hundred metres apart. */
export function placesOf(count: number, first = 0): Problem["places"] {
  return Array.from({ length: count }, (_, index) => {
    const number = first + index;
    return { id: `p${number}`, lat: 60.16 + number * 0.0001, lon: 24.93 + ((number * 7) % 100) * 0.0001 };
  });
}

export function travelDay(
  places: Problem["places"],
  modes: Record<string, TravelMode> = { car: { perStopSeconds: 180 } },
  date = "2026-11-23",
): Problem {
  return {
    format: "kotikierros/problem@1",
    timeZone: "Europe/Helsinki",
    places,
    travel: { modes },
    visitTypes: [],
    clients: [],
    visits: [],
    nurses: [{ id: "n1" }],
    shifts: [
      {
        id: "s1",
        nurseId: "n1",
        from: `${date}T07:00:00+02:00`,
        to: `${date}T15:00:00+02:00`,
        startPlaceId: places[0]?.id ?? "none",
        endPlaceId: places[0]?.id ?? "none",
        mode: "car",
      },
    ],
  };
}
