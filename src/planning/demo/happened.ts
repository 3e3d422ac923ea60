/** What happened on the demo's rounds: made up, and the same each time it is asked for. */
import type { ActualEventInput } from "../../contracts/index.js";
import { instantWriter } from "../../domain/localTime.js";

/** A round of a plan, as far as it is needed here. Instants in ISO 8601. */
export interface DemoRound {
  readonly nurseId: string;
  readonly stops: readonly (
    | { readonly kind: "break" }
    | {
        readonly kind: "visit";
        readonly visitId: string;
        readonly crewSize: number;
        readonly start: string;
        readonly end: string;
      }
  )[];
}

const NOTES = [
  "Rollaattorin jarru on löysä, soitettu apuvälinelainaamoon.",
  "Aamupuuro maistui, voi hyvin.",
  "Kahvinkeitin rikki, omainen tuo uuden huomenna.",
];

/** 0 to 999, out of an id: looks drawn and never changes. */
function lot(text: string): number {
  let hash = 7;
  for (const letter of text) hash = (hash * 31 + letter.charCodeAt(0)) % 1_000_003;
  return hash % 1000;
}

/** Minutes behind the plan at arrival, and by which the visit takes longer. */
const delayOf = (visitId: string): number => (lot(visitId) % 9) - 1;
const longerOf = (visitId: string): number => (lot(`${visitId} `) % 8) - 3;
const isAway = (visitId: string): boolean => lot(`away ${visitId}`) < 15;

/**
 * Check-ins and check-outs of a day's rounds, with a few closed doors and a few notes.
 *
 * @param until epoch seconds; nothing has happened after it
 */
export function demoEvents(
  rounds: readonly DemoRound[],
  date: string,
  timeZone: string,
  until: number,
): readonly ActualEventInput[] {
  const write = instantWriter(timeZone);
  return rounds.flatMap(({ nurseId, stops }) => {
    let free = 0;
    return stops.flatMap((stop): ActualEventInput[] => {
      if (stop.kind === "break") return [];
      const { visitId, crewSize, start, end } = stop;
      const planned = Date.parse(start) / 1000;
      const begun = Math.max(free, planned + delayOf(visitId) * 60);
      const minutes = (Date.parse(end) / 1000 - planned) / 60;
      const ended = begun + Math.max(5, Math.round(minutes) + longerOf(visitId)) * 60;
      const event = <K extends ActualEventInput["kind"]>(kind: K, at: number) => ({
        id: `demo ${date} ${nurseId} ${visitId} ${kind}`,
        nurseId,
        visitId,
        date,
        kind,
        at: write(at),
      });
      if (isAway(visitId) && crewSize === 1) {
        free = begun + 300;
        return free > until ? [] : [event("not-at-home", free)];
      }
      free = ended + 120;
      const note = NOTES[lot(`note ${visitId}`) % 40];
      return [
        ...(begun > until ? [] : [event("check-in", begun)]),
        ...(ended > until ? [] : [event("check-out", ended)]),
        ...(ended > until || note === undefined ? [] : [{ ...event("note", ended), text: note }]),
      ];
    });
  });
}
