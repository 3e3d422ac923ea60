import { ORGANISATION_TIME_ZONE } from "../../contracts/standing/basics.js";
import { datesBetween } from "../../domain/dates.js";
import { type NurseShift, type PhoneStore, rosterShifts } from "../../planning/phone/index.js";
import type { StandingReader } from "../../planning/standing/ports.js";
import type { PrismaClient } from "../generated/client.js";
import { plansOfDate } from "../nurseDay.js";
import { readBackgrounds } from "./backgrounds.js";

export function phoneStore(prisma: PrismaClient, standing: StandingReader): PhoneStore {
  const shiftsOn = (problemId: string, firstDate: string) =>
    prisma.shift.findMany({ where: { problemId, firstDate }, orderBy: { startsAt: "asc" } });
  return {
    listBackgrounds: (nurseId, date, planIds, visits) =>
      readBackgrounds({ prisma, standing }, { nurseId, date, planIds }, visits),

    async listShifts(nurseId, from, to) {
      let timeZone: string | null = null;
      const found = new Map<string, NurseShift>();
      const unknown: string[] = [];
      for (const date of datesBetween(from, to)) {
        const plans = await plansOfDate(prisma, nurseId, date);
        const rows = (await Promise.all(plans.map(({ problemId }) => shiftsOn(problemId, date)))).flat();
        if (rows.length > 0) {
          timeZone ??= plans[0]!.timeZone;
          for (const { id, nurseId: whose, startsAt, endsAt, mode } of rows)
            // Another day's problem may use the same id for another shift.
            if (whose === nurseId)
              found.set(`${date} ${id}`, { shiftId: id, date, from: startsAt, to: endsAt, mode });
          continue;
        }
        // No plan, or the one of the day before, whose night reaches into this date.
        const shifts = await rosterShifts(standing, nurseId, date);
        if (shifts === null) unknown.push(date);
        else timeZone ??= ORGANISATION_TIME_ZONE;
        for (const shift of shifts ?? []) found.set(`${date} ${shift.shiftId}`, shift);
      }
      return { timeZone, shifts: [...found.values()], unknown };
    },

    async addReadings(readings) {
      return prisma.$transaction(async (tx) => {
        const known = await tx.noteReading.findMany({
          where: { id: { in: readings.map(({ id }) => id) } },
          select: { id: true },
        });
        const taken = new Set(known.map(({ id }) => id));
        const added = new Set<string>();
        for (const reading of readings) {
          if (taken.has(reading.id)) continue;
          taken.add(reading.id);
          added.add(reading.id);
          await tx.noteReading.create({ data: reading });
        }
        return added;
      });
    },

    async listReadings(nurseId, date) {
      const rows = await prisma.noteReading.findMany({
        where: { nurseId, date },
        orderBy: { sequence: "asc" },
      });
      return rows.map(({ sequence: _sequence, ...reading }) => reading);
    },
  };
}
