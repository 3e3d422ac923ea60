/** Robustness and prices of promises over the API. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { promisesView, robustnessView } from "../../src/contracts/study/index.js";
import { get, officeDay, planByJob, post } from "./support/life.js";
import { importProblem, problemOf, type Service, startService, temporaryFolder } from "./support/service.js";

describe("studies over the API", () => {
  const { folder, remove } = temporaryFolder();
  let service: Service;
  let planId: string;
  beforeAll(async () => {
    service = await startService({ file: `${folder}/studies.sqlite` });
    planId = await planByJob(service.app, await importProblem(service.app, officeDay()));
  });
  afterAll(async () => {
    await service.close();
    remove();
  });

  it("replays the plan as often and with the seed asked for", async () => {
    const url = `/plans/${planId}/robustness?samples=200&seed=5&language=sv`;
    const found = robustnessView.parse(await get(service.app, url));
    expect(found).toMatchObject({ samples: 200, seed: 5, safety: null });
    expect(found.visits).toHaveLength(6);
    expect(found.said.text).toMatch(/^I medeltal börjar/);
    expect(await get(service.app, url)).toEqual(found);
  });

  it("takes spreads of one's own, and refuses those that do not rise", async () => {
    const sure = [
      [0, 1],
      [1, 1],
    ];
    const url = `/plans/${planId}/robustness`;
    const answer = await post(service.app, url, { samples: 50, spreads: { visits: sure, travel: sure } });
    const found = robustnessView.parse(answer.json());
    expect([found.meanLate, found.noneLate, found.cascades]).toEqual([0, 1, []]);
    const falling = {
      spreads: {
        visits: [
          [0, 2],
          [1, 1],
        ],
      },
    };
    expect(problemOf(await post(service.app, url, falling))).toMatchObject({ status: 400 });
  });

  it("prices promises and draws the curves asked for", async () => {
    const url = `/plans/${planId}/promises?dearest=3&resolve=true&iterations=40&curves=unfamiliar,late`;
    const found = promisesView.parse(await get(service.app, url));
    expect(found.promises.length).toBeLessThanOrEqual(3);
    expect(found.promises.every(({ basis }) => basis === "measured")).toBe(true);
    expect(found.curves.map(({ weight }) => weight)).toEqual(["unfamiliar", "late"]);
    for (const { points } of found.curves) expect(points.length).toBeGreaterThan(0);
    const quick = promisesView.parse(await get(service.app, `/plans/${planId}/promises?language=fi`));
    expect(quick.promises.every(({ basis }) => basis === "estimate")).toBe(true);
    expect(quick.promises[0]!.said.at(-1)!.text).toMatch(
      /^Ilman sitä päivä maksaisi ainakin .* \(arvio\)\.$/,
    );
    const unknown = await service.app.inject(`/plans/${planId}/promises?curves=kindness`);
    expect(problemOf(unknown)).toMatchObject({ status: 400 });
  });
});
