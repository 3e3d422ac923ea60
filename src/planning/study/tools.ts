/** What a study is given besides its day: time, a way to be ended, and a linear programming engine. */
import type { LpEngine, MasterEngine } from "../../../solver/index.js";
import type { StudyProgress } from "./ports.js";

export interface StudyTools {
  /** Seconds since the study began. */
  readonly clock: () => number;
  /** True: end with what there is. */
  readonly cancelled: () => boolean;
  readonly progress: (progress: Omit<StudyProgress, "seconds">) => void;
  readonly lp: LpEngine;
  readonly master: MasterEngine;
}
