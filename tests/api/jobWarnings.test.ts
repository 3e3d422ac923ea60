/** What is doubtful about a job's input is told with the job. */
import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Fault, Problem } from "../../src/contracts/index.js";
import { smallDay } from "./support/day.js";
import { get } from "./support/life.js";
import {
  ENDED,
  importProblem,
  type JobView,
  type Service,
  startJob,
  startService,
  temporaryFolder,
  untilState,
} from "./support/service.js";

const FAR: Fault = {
  code: "travel-far-from-road",
  path: "/places/1",
  message: "place p1 lies 420 m from the nearest road",
  todo: "Look whether its coordinates are right.",
};

let service: Service;
let remove: () => void;
beforeEach(async () => {
  const folder = temporaryFolder();
  remove = folder.remove;
  service = await startService({
    file: `${folder.folder}/test.sqlite`,
    fill: (bytes) => {
      const problem = JSON.parse(gunzipSync(bytes).toString("utf8")) as Problem;
      const text = JSON.stringify({ ...problem, travel: smallDay().travel });
      const digest = createHash("sha256").update(text).digest("hex");
      const document = { gzip: gzipSync(text), digest, size: Buffer.byteLength(text) };
      return Promise.resolve({ document, warnings: [FAR] });
    },
  });
});
afterEach(async () => {
  await service.close();
  remove();
});

it("tells of places far from any road, while it plans and when it is done", async () => {
  const id = await importProblem(service.app, { ...smallDay(), travel: { modes: { car: {} } } });
  const job = await startJob(service.app, id, { iterations: 5 });
  const ended = await untilState(service.app, job.id, ...ENDED);
  expect(ended).toMatchObject({ state: "done", warnings: [FAR] });
  expect(await get<JobView>(service.app, `/jobs/${job.id}`)).toMatchObject({ warnings: [FAR] });
});
