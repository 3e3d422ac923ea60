import type { GenerationDeps } from "../../../planning/generate/ports.js";

export interface DemoLoaded {
  /** False: it was there already; nothing has changed. */
  readonly loaded: boolean;
  /** A date for which the demo has shifts, YYYY-MM-DD. */
  readonly date: string;
}

/** What generating, policies and the demo work with. */
export interface GenerationRoutesDeps extends GenerationDeps {
  /** Loads the demo organisation; absent: there is none to load. */
  readonly loadDemo?: (author: string) => Promise<DemoLoaded>;
}
