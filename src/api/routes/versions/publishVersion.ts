import { z } from "zod";
import {
  compareVersions,
  type LoadedVersion,
  type Unpublishable,
  whyUnpublishable,
} from "../../../planning/life/index.js";
import { authorOf, maySeePlan, noteChange } from "../../access/index.js";
import { ApiError } from "../../apiError.js";
import { errors, idParams, postHeaders } from "../../schemas.js";
import type { LifeRoute } from "../../types.js";
import { loadVersion } from "./load.js";
import { author, publicationView, reason } from "./schemas.js";
import { viewPublication } from "./views.js";

const body = z.strictObject({
  author,
  reason,
  replaces: z
    .union([z.string(), z.array(z.string()).max(100)])
    .nullable()
    .optional()
    .describe(
      "What is believed to hold for its areas now, a list where it is more than one version; null: nothing. Absent: an ancestor of this one, or nothing",
    ),
  acknowledged: z
    .array(z.strictObject({ violation: z.string().min(1), reason }))
    .max(10_000)
    .default([])
    .describe("One for each violation, by its key, with a reason of its own"),
});

function refuse({ version }: LoadedVersion, why: Unpublishable): never {
  const counts = `${why.never.length} cannot be acknowledged, ${why.missing.length} are not, ${why.unknown.length} acknowledged ones are none of its`;
  if (why.never.length > 0) {
    throw new ApiError("violation-never-acknowledged", `plan ${version.id}: ${counts}`, {
      violations: why.never,
    });
  }
  throw new ApiError("violations-unacknowledged", `plan ${version.id}: ${counts}`, {
    violations: why.missing,
  });
}

export const publishVersion: LifeRoute = (app, { versions, signIn }, reader) => {
  app.post(
    "/plans/:id/publish",
    {
      schema: {
        summary: "Publish a version: from now on it holds on its dates",
        description:
          "Of two that publish at once one wins; the other gets 409 with the difference between what holds now and its own version.",
        tags: ["versions"],
        params: idParams,
        headers: postHeaders,
        body,
        response: { 200: publicationView, ...errors(400, 404, 409, 415, 422) },
      },
    },
    async (request) => {
      const { body: wanted } = request;
      const { id } = request.params;
      const loaded = await loadVersion(reader, id);
      if (loaded.version.dates.length === 0) {
        throw new ApiError("version-without-dates", "no shift of the plan's problem starts on any date");
      }
      const why = whyUnpublishable(loaded.verdict, wanted.acknowledged);
      if (why !== null) refuse(loaded, why);
      const { replaces: named, ...rest } = wanted;
      const replaces = named === undefined ? undefined : [named ?? []].flat();
      const maySee = (planId: string): Promise<boolean> => maySeePlan(request, signIn?.areas, planId);
      for (const planId of replaces ?? []) {
        if (await maySee(planId)) continue;
        throw new ApiError("version-outdated", "the version to be replaced is not there", {
          difference: null,
        });
      }
      const outcome = await versions.publish({
        ...rest,
        author: authorOf(request, wanted.author),
        planId: id,
        publishedAt: new Date(),
        ...(replaces === undefined ? {} : { replaces }),
      });
      if (outcome.kind === "published") {
        noteChange(request, { about: { planId: id, dates: outcome.publication.dates } });
        return viewPublication(outcome.publication);
      }
      if (outcome.kind === "nurses-elsewhere") {
        const { nurseIds } = outcome;
        throw new ApiError(
          "nurses-elsewhere",
          `on rounds of other areas at the same time: ${nurseIds.join(", ")}`,
        );
      }
      const { holding, date } = outcome;
      for (const planId of holding) {
        if (await maySee(planId)) continue;
        throw new ApiError("version-outdated", `a version of other areas holds on ${date}`, {
          difference: null,
        });
      }
      const [current] = holding;
      if (current === undefined) {
        throw new ApiError("version-outdated", `no version holds on ${date}`, { difference: null });
      }
      throw new ApiError("version-outdated", `version ${holding.join(", ")} holds on ${date}`, {
        difference: compareVersions(await loadVersion(reader, current), loaded),
        holding,
      });
    },
  );
};
