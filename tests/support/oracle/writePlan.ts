/** The oracle's plan as a document for the checker. */
import type { Plan, PlanStop } from "../../../src/contracts/index.js";
import { toInstant } from "../clock.js";
import type { Times } from "./circulation.js";
import type { Day } from "./day.js";
import { cheapestOutside } from "./outside.js";
import type { Clocks, Round } from "./rounds.js";

export function writePlan(
  day: Day,
  clocks: Clocks,
  rounds: readonly Round[],
  { at }: Times,
  outside: number,
): Plan {
  const instant = (seconds: number): string => toInstant(day.origin + seconds);
  const bought = cheapestOutside(day, outside);
  return {
    format: "kotikierros/plan@1",
    routes: rounds.map(({ shift: s, visits, breaks }) => {
      const shift = day.shifts[s];
      const stops: PlanStop[] = [];
      let here = shift.startPlace;
      let free = at[clocks.departure(s)];
      for (let leg = 0; leg <= visits.length; leg += 1) {
        for (const b of breaks[leg]) {
          const start = at[clocks.pause(s, b)];
          stops.push({
            kind: "break",
            breakId: shift.breaks[b].id,
            start: instant(start),
            end: instant(start + shift.breaks[b].seconds),
          });
        }
        if (leg === visits.length) break;
        const visit = day.visits[visits[leg]];
        const place = visit.remote ? here : visit.place;
        const start = at[clocks.visit(visits[leg])];
        stops.push({
          kind: "visit",
          visitId: visit.id,
          arrival: instant(free + shift.leg(here, place)),
          start: instant(start),
          end: instant(start + visit.seconds),
        });
        free = start + visit.seconds;
        here = place;
      }
      return {
        shiftId: shift.id,
        departure: instant(at[clocks.departure(s)]),
        return: instant(at[clocks.end(s)]),
        stops,
      };
    }),
    bought: [...bought].map(([v, p]) => ({ visitId: day.visits[v].id, providerId: day.providers[p].id })),
    unserved: day.visits.flatMap(({ id }, v) =>
      outside & (1 << v) && !bought.has(v) ? [{ visitId: id, reasons: [] }] : [],
    ),
  };
}
