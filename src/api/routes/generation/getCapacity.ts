import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { z } from "zod";
import { capacityView, type Problem } from "../../../contracts/index.js";
import { instantWriter, type InstantWriter } from "../../../domain/localTime.js";
import { capacityOf, type CapacitySlot, type Shortage } from "../../../planning/capacity/index.js";
import { ApiError } from "../../apiError.js";
import { errors, idParams } from "../../schemas.js";
import type { Route } from "../../types.js";

const unzip = promisify(gunzip);

type View = z.infer<typeof capacityView>;

function viewSlot(slot: CapacitySlot, at: InstantWriter): View["groups"][number]["slots"][number] {
  return { ...slot, from: at(slot.from) };
}

function viewShortage(shortage: Shortage, at: InstantWriter): View["shortages"][number] {
  const { skills, needMinutes, supplyMinutes, visitIds } = shortage;
  const [from, to] = [at(shortage.from), at(shortage.to)];
  const who = skills.length === 0 ? "nurses" : `nurses with ${skills.join(", ")}`;
  const message = `from ${from} to ${to} ${visitIds.length} visits take at least ${needMinutes} minutes of ${who}, who have ${supplyMinutes}`;
  return { skills: [...skills], from, to, needMinutes, supplyMinutes, visitIds: [...visitIds], message };
}

export const getCapacity: Route = (app, { problems }) => {
  app.get(
    "/problems/:id/capacity",
    {
      schema: {
        summary: "Need against supply by skill and half hour, before solving",
        tags: ["generation"],
        params: idParams,
        response: { 200: capacityView, ...errors(400, 404) },
      },
    },
    async ({ params: { id } }) => {
      const gzip = await problems.findDocument(id);
      if (gzip === null) throw new ApiError("problem-unknown", "no problem has this id");
      const problem = JSON.parse((await unzip(gzip)).toString("utf8")) as Problem;
      const at = instantWriter(problem.timeZone);
      const { groups, shortages } = capacityOf(problem);
      return {
        problemId: id,
        groups: groups.map((group) => ({
          ...group,
          skills: [...group.skills],
          peak: group.peak === null ? null : viewSlot(group.peak, at),
          slots: group.slots.map((slot) => viewSlot(slot, at)),
        })),
        shortages: shortages.map((shortage) => viewShortage(shortage, at)),
      };
    },
  );
};
