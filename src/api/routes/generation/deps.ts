import type { DemoOutcome } from "../../../planning/demo/index.js";
import type { GenerationDeps } from "../../../planning/generate/ports.js";

/** What generating, policies and the demo work with. */
export interface GenerationRoutesDeps extends GenerationDeps {
  /** Loads the demo organisation; absent: there is none to load. */
  readonly loadDemo?: (author: string) => Promise<DemoOutcome>;
}
