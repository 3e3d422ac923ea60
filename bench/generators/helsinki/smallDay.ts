/** A small day on the map that `npm run osrm` fetches: one morning, two nurses, three ways to move. */
import type { Client, Problem, Visit } from "../../../src/contracts/index.js";
import { dayClock } from "../../generate/clock.js";
import type { Draw } from "../../generate/draw.js";
import { DATE, TIME_ZONE } from "./day.js";
import type { Doors } from "./doors.js";
import { VISIT_TYPES, visitAt } from "./visits.js";

export function smallDay(doors: Doors, draw: Draw): Problem {
  const clock = dayClock(DATE, TIME_ZONE);
  const base = doors.offices[0].id;
  const clients = doors.homes.map((home, index): Client => ({
    id: `c${index + 1}`,
    placeId: home.id,
    areaId: doors.areas[index],
  }));
  const visits = clients.map(({ id }, index): Visit => {
    const demanding = index % 4 === 3;
    return visitAt(
      `${id}-${demanding ? "wound" : "morning"}`,
      id,
      demanding ? "demanding" : "basic",
      draw.between(460, 700),
      45,
      [430, 780],
      draw.pick([20, 30, 40]),
      clock,
    );
  });
  const shift = (nurse: number, mode: string) => ({
    id: `n${nurse}-morning`,
    nurseId: `n${nurse}`,
    from: clock(420),
    to: clock(840),
    startPlaceId: base,
    endPlaceId: base,
    mode,
    breaks: [{ id: "meal", minutes: 30, from: clock(630), to: clock(750) }],
  });
  return {
    format: "kotikierros/problem@1",
    timeZone: TIME_ZONE,
    places: [...doors.offices, ...doors.homes],
    travel: { modes: { car: { perStopSeconds: 210 }, bike: { perStopSeconds: 60 }, walk: {} } },
    visitTypes: VISIT_TYPES.filter(({ id }) => id === "basic" || id === "demanding"),
    clients,
    visits,
    nurses: [
      { id: "n1", name: "Hoitaja 1", skills: ["practical-nurse"] },
      { id: "n2", name: "Hoitaja 2", skills: ["registered-nurse"] },
    ],
    shifts: [shift(1, "walk"), shift(2, "bike")],
  };
}
