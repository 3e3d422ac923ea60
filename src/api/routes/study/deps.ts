import type { WayFinder } from "../../../planning/geometry/ports.js";
import type { BoundStore, StudyRunner } from "../../../planning/study/index.js";

export interface StudyDeps {
  readonly runner: StudyRunner;
  readonly bounds: BoundStore;
  /** Ways as lines on a map. */
  readonly ways: WayFinder;
  /** Milliseconds between two signs of life on a stream. Default 15 000. */
  readonly heartbeat?: number;
}

/** What these routes take of the API's dependencies. */
export interface StudyRoutesDeps {
  readonly study: StudyDeps;
}
