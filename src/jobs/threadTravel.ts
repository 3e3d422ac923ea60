/** Travel times filled in by a thread of their own, for answers that somebody waits for. */
import { gunzipSync, gzipSync } from "node:zlib";
import type { TravelFiller } from "../planning/alarms/index.js";
import type { Problem } from "../contracts/index.js";
import { JobFailure } from "./failure.js";
import { fillInThread, type FillOptions } from "./fillThread.js";

export function threadTravel(options: FillOptions): TravelFiller {
  return {
    async fill(problem, estimateAllowed) {
      try {
        const bytes = gzipSync(JSON.stringify(problem), { level: 1 });
        const { document } = await fillInThread(
          bytes,
          estimateAllowed,
          new AbortController().signal,
          options,
        );
        return { ok: true, problem: JSON.parse(gunzipSync(document.gzip).toString("utf8")) as Problem };
      } catch (error) {
        if (error instanceof JobFailure) return { ok: false, error: error.error };
        throw error;
      }
    },
  };
}
