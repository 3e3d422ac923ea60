import type { z } from "zod";
import { capacityView } from "../../../contracts/index.js";
import { instantWriter, type InstantWriter } from "../../../domain/localTime.js";
import type { CapacitySlot, Shortage } from "../../../planning/capacity/index.js";
import { ApiError } from "../../apiError.js";
import { errors, idParams } from "../../schemas.js";
import type { Route } from "../../types.js";

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

export const getCapacity: Route = (app, { problems, reader }) => {
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
      const { groups, shortages, timeZone } = await reader.readCapacity(gzip);
      const at = instantWriter(timeZone);
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
