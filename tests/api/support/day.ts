/** A small day without pins: two nurses, one of them at night over the end of a date. */
import type { Problem } from "../../../src/contracts/index.js";

const PLACES = ["office", "home1", "home2", "home3"];

export function smallDay(date = "2026-11-23", nextDate = "2026-11-24"): Problem {
  const at = (time: string, on = date): string => `${on}T${time}:00+02:00`;
  const table = (between: number) => PLACES.map((from) => PLACES.map((to) => (from === to ? 0 : between)));
  return {
    format: "kotikierros/problem@1",
    timeZone: "Europe/Helsinki",
    places: PLACES.map((id, index) => ({ id, lat: 60.16 + index / 100, lon: 24.93, name: `Katu ${index}` })),
    travel: { modes: { car: { durations: table(600), distances: table(4000) } } },
    visitTypes: [
      { id: "basic", name: { fi: "Perus" } },
      { id: "demanding", requires: ["nurse"] },
    ],
    clients: [
      { id: "c1", placeId: "home1", areaId: "east", languages: ["sv"] },
      { id: "c2", placeId: "home2" },
      { id: "c3", placeId: "home3" },
    ],
    visits: [
      {
        id: "v1",
        clientId: "c1",
        typeId: "basic",
        minutes: 30,
        windows: [{ from: at("08:00"), to: at("09:00") }],
      },
      {
        id: "v2",
        clientId: "c2",
        typeId: "demanding",
        minutes: 20,
        windows: [{ from: at("10:00"), to: at("11:00") }],
      },
      {
        id: "v3",
        clientId: "c3",
        typeId: "basic",
        minutes: 15,
        windows: [{ from: at("23:00"), to: at("23:10") }],
      },
      {
        id: "v4",
        clientId: "c1",
        typeId: "basic",
        minutes: 15,
        windows: [{ from: at("01:00", nextDate), to: at("01:30", nextDate) }],
      },
    ],
    nurses: [
      { id: "n1", name: "Aino Virtanen", skills: ["nurse"], areaIds: ["east"] },
      { id: "n2", name: "Bo Ek", skills: [] },
      { id: "n3", name: "Cecilia Lind", skills: [] },
    ],
    shifts: [
      {
        id: "day",
        nurseId: "n1",
        from: at("07:00"),
        to: at("15:00"),
        startPlaceId: "office",
        endPlaceId: "office",
        mode: "car",
        breaks: [{ id: "lunch", minutes: 30, from: at("09:00"), to: at("13:00"), inside: false }],
      },
      {
        id: "night",
        nurseId: "n2",
        from: at("22:00"),
        to: at("06:00", nextDate),
        startPlaceId: "office",
        endPlaceId: "office",
        mode: "car",
      },
      {
        id: "spare",
        nurseId: "n3",
        from: at("12:00"),
        to: at("12:30"),
        startPlaceId: "office",
        endPlaceId: "office",
        mode: "car",
      },
    ],
  };
}
