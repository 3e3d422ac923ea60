import type { VersionReader } from "../../../planning/life/index.js";
import type { App } from "../../types.js";
import type { StudyRoutesDeps } from "./deps.js";

/** One route that studies a plan. */
export type StudyRoute = (app: App, deps: StudyRoutesDeps, reader: VersionReader) => void;
