/** Rounds as lines, for the screens. */
import type { z } from "zod";
import type { planGeometryView } from "../study/geometry.js";

export type PlanGeometryView = z.infer<typeof planGeometryView>;
