/** A study in a thread of its own, so that Ctrl-C is heard while it works and ends it with what it has. */
import { ThreadStudies } from "../jobs/index.js";
import type { Studies, StudyDay, StudyKind, StudyProgress } from "../planning/study/index.js";
import { onInterrupt } from "./interrupt.js";

export async function studyInThread<K extends StudyKind>(
  kind: K,
  day: StudyDay,
  ask: Studies[K]["ask"],
  onProgress?: (progress: StudyProgress) => void,
): Promise<Studies[K]["answer"]> {
  const interrupt = onInterrupt();
  try {
    return await new ThreadStudies().run(kind, day, ask, {
      stop: interrupt.signal,
      ...(onProgress === undefined ? {} : { onProgress }),
    });
  } finally {
    interrupt.done();
  }
}
