/** A small day that is easy to plan whole, for tests of the command line. */
import type { Problem } from "../../src/contracts/index.js";

const DATE = "2026-11-23";

export function at(clock: string): string {
  return `${DATE}T${clock}:00+02:00`;
}

/** Seconds between six places on a line, 300 s apart. */
function line(perStep: number): number[][] {
  return [0, 1, 2, 3, 4, 5].map((a) => [0, 1, 2, 3, 4, 5].map((b) => Math.abs(a - b) * perStep));
}

/** Two nurses, five clients, seven visits (one of two nurses, one remote); all can be served. */
export function cliDay(): Problem {
  const ids = [1, 2, 3, 4, 5];
  const visit = (id: string, client: number, minutes: number, from: string, to: string) => ({
    id,
    clientId: `c${client}`,
    typeId: "basic",
    minutes,
    windows: [{ from: at(from), to: at(to) }],
  });
  return {
    format: "kotikierros/problem@1",
    timeZone: "Europe/Helsinki",
    places: [
      { id: "office", lat: 60.17, lon: 24.93, name: "Office" },
      ...ids.map((n) => ({ id: `p${n}`, lat: 60.17 + n / 500, lon: 24.93 })),
    ],
    travel: { modes: { walk: { durations: line(300), distances: line(400) } } },
    visitTypes: [{ id: "basic", name: { fi: "Peruskäynti", sv: "Basbesök", en: "Basic visit" } }],
    clients: ids.map((n) => ({ id: `c${n}`, placeId: `p${n}`, languages: [n === 5 ? "sv" : "fi"] })),
    visits: [
      visit("v1", 1, 30, "07:30", "09:00"),
      visit("v2", 2, 20, "07:30", "10:00"),
      visit("v3", 3, 45, "08:00", "12:00"),
      { ...visit("v4", 4, 20, "09:00", "12:00"), crewSize: 2 },
      visit("v5", 5, 30, "10:00", "14:00"),
      { ...visit("v6", 1, 10, "12:00", "14:30"), remote: true },
      { ...visit("v7", 2, 20, "11:00", "14:00"), preferred: { from: at("12:00"), to: at("12:30") } },
    ],
    nurses: [
      { id: "n1", name: "Aino", languages: ["fi"] },
      { id: "n2", name: "Björn", languages: ["fi", "sv"] },
    ],
    shifts: ["n1", "n2"].map((nurseId, index) => ({
      id: `s${index + 1}`,
      nurseId,
      from: at("07:00"),
      to: at("15:00"),
      startPlaceId: "office",
      endPlaceId: "office",
      mode: "walk",
      breaks: [{ id: "meal", minutes: 30, from: at("10:30"), to: at("13:00"), afterMinutes: 360 }],
    })),
  };
}
