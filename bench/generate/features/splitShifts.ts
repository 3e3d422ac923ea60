import type { Shift } from "../../../src/contracts/index.js";
import type { Feature } from "./feature.js";

export const splitShifts: Feature = {
  about: "one day nurse in eight works 7-11 and 16-20 instead of 7-15",
  apply({ problem, clock }, draw) {
    const added: Shift[] = [];
    for (const shift of problem.shifts) {
      if (shift.from !== clock(420) || !draw.chance(1 / 8)) continue;
      shift.to = clock(660);
      shift.breaks = [];
      added.push({ ...shift, id: `${shift.id}b`, from: clock(960), to: clock(1200), breaks: [] });
    }
    problem.shifts.push(...added);
  },
};
