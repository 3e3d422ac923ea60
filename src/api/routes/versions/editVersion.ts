import { z } from "zod";
import { ENGINE_VERSION } from "../../../planning/engineVersion.js";
import {
  editPlan,
  EditsInvalid,
  keyFigures,
  keyViolations,
  weightsOf,
  whatEdited,
} from "../../../planning/life/index.js";
import { authorOf } from "../../access/index.js";
import { ApiError } from "../../apiError.js";
import { errors, idParams, postHeaders } from "../../schemas.js";
import type { LifeRoute } from "../../types.js";
import { loadVersion } from "./load.js";
import { newPlan } from "./newPlan.js";
import { author, reason } from "./schemas.js";
import { viewVersion } from "./views.js";

const id = z.string().min(1).max(500);
const edit = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("move"),
    visitId: id,
    shiftId: id,
    position: z.int().min(0).optional().describe("0: first; absent: last"),
    fromShiftId: id.optional().describe("Of a crew: whose place is taken"),
  }),
  z.strictObject({ kind: z.literal("time"), visitId: id, start: z.string() }),
  z.strictObject({
    kind: z.literal("pin"),
    visitId: id,
    shift: z.boolean().optional().describe("Default true"),
    start: z.boolean().optional().describe("Default true"),
  }),
  z.strictObject({ kind: z.literal("unpin"), visitId: id }),
  z.strictObject({ kind: z.literal("swap"), shiftId: id, otherShiftId: id }),
  z.strictObject({ kind: z.literal("tray"), visitId: id }),
]);
const body = z.strictObject({ author, reason, edits: z.array(edit).min(1).max(500) });

const answer = z
  .object({
    id: z.string().describe("The new draft"),
    parentId: z.string(),
    valid: z.boolean(),
    cost: z.number(),
    costChange: z.number().describe("Against the version edited"),
    violations: z.array(z.unknown()).describe("By visit, with words, `key` and whether acknowledgeable"),
    unfitShiftIds: z.array(z.string()).describe("Rounds that have no valid times in this order"),
    day: z.unknown().describe("Rounds, tray, pins, figures that are other than in the version edited"),
  })
  .meta({ id: "EditedVersion" });

export const editVersion: LifeRoute = (app, { versions }, reader) => {
  app.post(
    "/plans/:id/edits",
    {
      schema: {
        summary: "Edit a version by hand: the orders stay as given, the times are chosen; a new draft",
        description:
          "Where no valid times exist the least bad ones are taken and every violation comes back. A draft with violations is stored with its verdict, never as valid.",
        tags: ["versions"],
        params: idParams,
        headers: postHeaders,
        body,
        response: { 201: answer, ...errors(400, 404, 409, 415, 422) },
      },
    },
    async (request, reply) => {
      const { params, body: wanted } = request;
      const base = await loadVersion(reader, params.id);
      const edited = (() => {
        try {
          return editPlan(base, wanted.edits);
        } catch (error) {
          if (!(error instanceof EditsInvalid)) throw error;
          throw new ApiError("edits-invalid", error.message, { faults: error.faults });
        }
      })();
      const { problem, plan, pins, verdict, unfitShiftIds } = edited;
      const draft = newPlan(
        { problemId: base.version.problemId, parentId: base.version.id },
        problem,
        plan,
        verdict,
      );
      await versions.add(
        { ...draft, judgedBy: base.digest },
        {
          kind: "edited",
          author: authorOf(request, wanted.author),
          reason: wanted.reason,
          changes: wanted.edits,
          pins,
          weights: weightsOf(problem),
          policy: null,
          seed: null,
          engineVersion: ENGINE_VERSION,
        },
      );
      const stored = await versions.find(draft.id);
      if (stored === null) throw new Error(`plan ${draft.id} is not stored`);
      return reply
        .code(201)
        .header("location", `/plans/${draft.id}`)
        .send({
          id: draft.id,
          parentId: base.version.id,
          valid: verdict.valid,
          cost: verdict.cost.total,
          costChange: verdict.cost.total - base.verdict.cost.total,
          violations: [...keyViolations(verdict)],
          unfitShiftIds: [...unfitShiftIds],
          day: {
            version: viewVersion(stored),
            figures: keyFigures(problem, plan),
            ...whatEdited(base, edited),
          },
        });
    },
  );
};
