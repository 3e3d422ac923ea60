import { planGeometryView } from "../../../contracts/study/index.js";
import { planGeometry } from "../../../planning/geometry/planGeometry.js";
import { errors, idParams } from "../../schemas.js";
import { loadVersion } from "../versions/load.js";
import type { StudyRoute } from "./route.js";

const ATTRIBUTION = "© OpenStreetMap contributors, ODbL";

export const getGeometry: StudyRoute = (app, { study }, reader) => {
  app.get(
    "/plans/:id/geometry",
    {
      schema: {
        summary: "The plan's rounds as lines on a map, leg by leg; straight where no road is known",
        tags: ["studies"],
        params: idParams,
        response: { 200: planGeometryView, ...errors(400, 404) },
      },
    },
    async ({ params }) => {
      const { problem, plan } = await loadVersion(reader, params.id);
      return { attribution: ATTRIBUTION, rounds: await planGeometry(problem, plan, study.ways) };
    },
  );
};
