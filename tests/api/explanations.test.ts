/** Reasons over the API: words by language, one visit in depth, an end when the asker goes away. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languageOf } from "../../src/api/language.js";
import { deepExplanation, explanations } from "../../src/contracts/study/index.js";
import type { Problem } from "../../src/contracts/index.js";
import { ThreadStudies } from "../../src/jobs/index.js";
import { StudyStopped } from "../../src/planning/study/index.js";
import { solveDay } from "../../src/planning/solveDay.js";
import { get, officeDay, planByJob } from "./support/life.js";
import { importProblem, problemOf, type Service, startService, temporaryFolder } from "./support/service.js";

/** Beside the day's six visits one that asks for a skill that nobody has. */
function dayWithOneLeftOut(): Problem {
  const day = officeDay();
  const [first] = day.visits;
  const odd = { ...first!, id: "odd", requires: ["surgery"], unservedCost: 5_000 };
  return { ...day, visits: [...day.visits, odd] };
}

describe("explanations", () => {
  const { folder, remove } = temporaryFolder();
  let service: Service;
  let planId: string;
  beforeAll(async () => {
    service = await startService({ file: `${folder}/explain.sqlite` });
    planId = await planByJob(service.app, await importProblem(service.app, dayWithOneLeftOut()));
  });
  afterAll(async () => {
    await service.close();
    remove();
  });

  it("tells kind and words in the language of the query, else of the header, else in English", async () => {
    const url = `/plans/${planId}/explanations`;
    const text = async (query: string, accept?: string): Promise<string> => {
      const headers = accept === undefined ? {} : { "accept-language": accept };
      const answer = await service.app.inject({ url: url + query, headers });
      const { visits } = explanations.parse(answer.json());
      const odd = visits.find(({ visitId }) => visitId === "odd")!;
      expect(odd).toMatchObject({ standing: "unserved", kind: "impossible", price: 5000, complete: false });
      return odd.said[0]!.text;
    };
    expect(await text("")).toBe("Visit odd is left out, which costs 5000 points.");
    expect(await text("", "sv-FI, en;q=0.5")).toBe("Besöket odd blir ogjort; det kostar 5000 poäng.");
    expect(await text("?language=fi", "sv")).toBe("Käynti odd jää tekemättä; se maksaa 5000 pistettä.");
  });

  it("proves what it would take", async () => {
    const url = `/plans/${planId}/visits/odd/explanation?iterations=60`;
    const found = deepExplanation.parse(await get(service.app, url));
    expect(found.conflict?.facts.map(({ code }) => code)).toEqual(["fact-skills"]);
    const skill = found.changes!.find(({ said }) => said.code === "change-skill")!;
    expect(skill.said.values).toMatchObject({ skills: ["surgery"] });
    expect(skill.costAfter).toBeLessThan(skill.costBefore);
    expect(found.changesComplete).toBe(true);
  });

  it.each([
    ["visits/odd/explanation?iterations=60", { visitId: "odd", changesComplete: true }],
    ["explanations?deep=true", { cut: null }],
  ])("tells as it goes on to those who listen: %s", async (path, result) => {
    const url = `/plans/${planId}/${path}`;
    const answer = await service.app.inject({ url, headers: { accept: "text/event-stream" } });
    const events = [...answer.body.matchAll(/^event: (\w+)\ndata: (.*)$/gm)].map(([, kind, data]) => ({
      kind,
      data: JSON.parse(data!) as unknown,
    }));
    expect(events.at(0)).toMatchObject({ kind: "progress", data: { done: 0 } });
    expect(events.at(-1)).toMatchObject({ kind: "result", data: result });
  });

  it("refuses visits that there are none of, and those served in time", async () => {
    const unknown = await service.app.inject(`/plans/${planId}/visits/nobody/explanation`);
    expect(problemOf(unknown)).toMatchObject({ status: 404, code: "visit-unknown" });
    const served = await service.app.inject(`/plans/${planId}/visits/v5/explanation`);
    expect(problemOf(served)).toMatchObject({ status: 409, code: "visit-served" });
    const plan = await service.app.inject(`/plans/none/explanations`);
    expect(problemOf(plan)).toMatchObject({ status: 404, code: "plan-unknown" });
  });
});

describe("studies in threads", () => {
  const problem = dayWithOneLeftOut();
  const { plan } = solveDay(problem, { seed: 1, iterations: 30 });
  const ask = { visitId: "odd", language: "en", seconds: 600, iterations: 100_000 } as const;

  it("ends at once when told to, running or waiting, and the next one has its turn", async () => {
    const studies = new ThreadStudies({ atOnce: 1 });
    const leave = new AbortController();
    const running = studies.run("explanation", { problem, plan }, ask, { kill: leave.signal });
    const waiting = studies.run("explanation", { problem, plan }, ask, { kill: leave.signal });
    const last = studies.run("explanations", { problem, plan }, { language: "en", deepSeconds: 0 });
    setTimeout(() => leave.abort(), 100);
    await Promise.all([running, waiting].map((run) => expect(run).rejects.toThrow(StudyStopped)));
    expect((await last).visits.map(({ visitId }) => visitId)).toContain("odd");
  });

  it("ends with what it has when asked to stop", async () => {
    const stop = new AbortController();
    const studies = new ThreadStudies();
    const found = await studies.run("explanation", { problem, plan }, ask, {
      stop: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(found).toMatchObject({ visitId: "odd", changesComplete: false });
  });
});

describe("the language of an answer", () => {
  it.each([
    [undefined, "en"],
    ["de", "en"],
    ["de, sv;q=0.3, fi;q=0.4", "fi"],
    ["fi;q=0, sv;q=0.1", "sv"],
    ["EN-gb", "en"],
  ])("for %s is %s", (accept, language) => {
    expect(languageOf(undefined, accept)).toBe(language);
  });
});
