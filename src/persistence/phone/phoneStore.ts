import type { NurseShift, PhoneStore } from "../../planning/phone/index.js";
import type { StandingReader } from "../../planning/standing/ports.js";
import type { PrismaClient } from "../generated/client.js";
import { plansOfDate } from "../nurseDay.js";
import { readBackgrounds } from "./backgrounds.js";

/** The dates from the first to the last, both included. */
function datesBetween(from: string, to: string): string[] {
  const dates: string[] = [];
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= Date.parse(`${to}T00:00:00Z`); at += 86_400_000)
    dates.push(new Date(at).toISOString().slice(0, 10));
  return dates;
}

export function phoneStore(prisma: PrismaClient, standing: StandingReader): PhoneStore {
  return {
    listBackgrounds: (nurseId, date, planIds, visits) =>
      readBackgrounds({ prisma, standing }, { nurseId, date, planIds }, visits),

    async listShifts(nurseId, from, to) {
      let timeZone: string | null = null;
      const found = new Map<string, NurseShift>();
      for (const date of datesBetween(from, to)) {
        const [plan] = await plansOfDate(prisma, nurseId, date);
        if (plan === undefined) continue;
        timeZone ??= plan.timeZone;
        const rows = await prisma.shift.findMany({
          where: { problemId: plan.problemId, nurseId, firstDate: date },
          orderBy: { startsAt: "asc" },
        });
        for (const { id, startsAt, endsAt, mode } of rows)
          // Another day's problem may use the same id for another shift.
          found.set(`${date} ${id}`, { shiftId: id, date, from: startsAt, to: endsAt, mode });
      }
      return { timeZone, shifts: [...found.values()] };
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
