/** Where does a visit fit? Held to brute force: every place tried as a hand edit and judged. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Plan, Problem } from "../../src/contracts/index.js";
import type { Verdict } from "../../src/checker/index.js";
import { editPlan, findPlaces, type LoadedVersion, NoPlaces } from "../../src/planning/life/index.js";
import { get, officeDay, planByJob, post } from "./support/life.js";
import { importProblem, problemOf, type Service, startService, temporaryFolder } from "./support/service.js";

const temporary = temporaryFolder();
let service: Service;
let base: string;
let loaded: LoadedVersion;
beforeAll(async () => {
  service = await startService({ file: `${temporary.folder}/places.sqlite` });
  base = await planByJob(service.app, await importProblem(service.app, officeDay()));
  loaded = {
    version: await get(service.app, `/plans/${base}/version`),
    digest: "",
    pins: {},
    problem: await get<Problem>(service.app, `/plans/${base}/problem`),
    plan: await get<Plan>(service.app, `/plans/${base}`),
    verdict: await get<Verdict>(service.app, `/plans/${base}/verdict`),
  };
});
afterAll(async () => {
  await service.close();
  temporary.remove();
});

describe("places of a visit", () => {
  it.each(["v1", "v2", "v3", "v4", "v5", "v6"])(
    "are those of brute-force insertion, with the same cost: %s",
    (visitId) => {
      const without = editPlan(loaded, [{ kind: "tray", visitId }]);
      const from = { ...loaded, problem: without.problem, plan: without.plan, verdict: without.verdict };
      const told = findPlaces(from, visitId, 100);
      const tried: { shiftId: string; position: number; extraCost: number }[] = [];
      for (const { id: shiftId } of loaded.problem.shifts) {
        const round = without.plan.routes.find((route) => route.shiftId === shiftId);
        const length = (round?.stops ?? []).filter(({ kind }) => kind === "visit").length;
        for (let position = 0; position <= length; position++) {
          const edited = editPlan(from, [{ kind: "move", visitId, shiftId, position }]);
          if (!edited.verdict.valid) continue;
          // Without the price of being unserved, which is the same at every place.
          const saved = 100_000;
          const extraCost = edited.verdict.cost.total - without.verdict.cost.total + saved;
          tried.push({ shiftId, position, extraCost });
        }
      }
      const key = (place: { shiftId: string; position: number }): string =>
        `${place.shiftId} ${place.position}`;
      const costs = (list: typeof tried): Record<string, number> =>
        Object.fromEntries(list.map((place) => [key(place), place.extraCost]));
      expect(tried.length).toBeGreaterThan(0);
      expect(told.found).toBe(tried.length);
      expect(costs([...told.places])).toEqual(costs(tried));
      const ranked = told.places.map(({ extraCost }) => extraCost);
      expect(ranked).toEqual(ranked.toSorted((a, b) => a - b));

      // The same where the visit still stands on its round; a move there costs the difference.
      const standing = findPlaces(loaded, visitId, 100);
      expect(costs([...standing.places])).toEqual(costs(tried));
      for (const { shiftId, position, extraCost } of standing.places) {
        const moved = editPlan(loaded, [{ kind: "move", visitId, shiftId, position }]);
        expect(moved.verdict.cost.total - loaded.verdict.cost.total, shiftId).toBe(
          extraCost - (standing.present?.extraCost ?? NaN),
        );
      }
    },
  );

  it("tell of every other shift which rule is in the way", () => {
    const at = (time: string): string => `2026-11-23T${time}:00+02:00`;
    const { problem, plan } = loaded;
    const aino = problem.shifts.filter(({ nurseId }) => nurseId === "aino");
    const refusing = {
      ...problem,
      clients: problem.clients.map((client) =>
        client.id === "c1" ? { ...client, refusedNurseIds: ["aino"] } : client,
      ),
    };
    const fresh = { id: "fresh", clientId: "c1", typeId: "basic", minutes: 30 };
    const anyTime = [{ from: at("07:00"), to: at("14:00") }];
    const rules = (visit: object, day = problem): Record<string, string> => {
      const { places, barred } = findPlaces(
        { problem: day, plan },
        { ...fresh, windows: anyTime, ...visit },
        100,
        {
          eachShift: true,
        },
      );
      expect([...places, ...barred].map(({ shiftId }) => shiftId).toSorted()).toEqual(
        day.shifts.map(({ id }) => id).toSorted(),
      );
      return Object.fromEntries(barred.map(({ shiftId, rule }) => [shiftId, rule]));
    };
    expect(Object.values(rules({ requires: ["harp"] }))).toEqual(problem.shifts.map(() => "skill"));
    const [lacking] = findPlaces(loaded, { ...fresh, windows: anyTime, requires: ["harp"] }, 1).barred;
    expect(lacking?.skills).toEqual(["harp"]);
    for (const { id } of aino) expect(rules({}, refusing)[id]).toBe("refused");
    expect(Object.values(rules({ windows: [{ from: at("22:00"), to: at("23:00") }] }))).toEqual(
      problem.shifts.map(() => "hours"),
    );
    // Alone it would do; with the visit that must start by 08:30 on the same round it does not.
    const [early] = plan.routes.filter(({ stops }) =>
      stops.some((stop) => stop.kind === "visit" && stop.visitId === "v1"),
    );
    const morning = { minutes: 180, windows: [{ from: at("07:10"), to: at("07:20") }] };
    expect(rules(morning)[early?.shiftId ?? ""]).toBe("room");
    const crew = problem.visits.map((visit) => (visit.id === "v3" ? { ...visit, crewSize: 2 } : visit));
    const holder = plan.routes.find(({ stops }) =>
      stops.some((stop) => stop.kind === "visit" && stop.visitId === "v3"),
    );
    const { barred } = findPlaces({ problem: { ...problem, visits: crew }, plan }, "v3", 100);
    expect(barred.find(({ shiftId }) => shiftId === holder?.shiftId)?.rule).toBe("crew");
  });

  it("of visits with gaps to others hold when a visit is moved there, at no more than was told", async () => {
    const file = fileURLToPath(new URL("../../fixtures/helsinki-day.json.gz", import.meta.url));
    const day = JSON.parse(gunzipSync(readFileSync(file)).toString()) as Problem;
    const planId = await planByJob(service.app, await importProblem(service.app, day));
    const [problem, plan, verdict] = await Promise.all([
      get<Problem>(service.app, `/plans/${planId}/problem`),
      get<Plan>(service.app, `/plans/${planId}`),
      get<Verdict>(service.app, `/plans/${planId}/verdict`),
    ]);
    expect(verdict.valid).toBe(true);
    const bound = (problem.links ?? []).flatMap((link) =>
      link.kind === "gap" ? [link.first, link.second] : [],
    );
    let moved = 0;
    for (const { shiftId, stops } of plan.routes) {
      for (const stop of stops) {
        if (stop.kind !== "visit" || !bound.includes(stop.visitId) || moved >= 8) continue;
        const { places, present } = findPlaces({ problem, plan }, stop.visitId, 100, { eachShift: true });
        const other = places.find((place) => place.shiftId !== shiftId);
        if (other === undefined) continue;
        moved += 1;
        const edited = editPlan({ problem, plan, pins: {} }, [
          { kind: "move", visitId: stop.visitId, shiftId: other.shiftId, position: other.position },
        ]);
        expect(edited.verdict.violations, stop.visitId).toEqual([]);
        const change = edited.verdict.cost.total - verdict.cost.total;
        expect(change, stop.visitId).toBeLessThanOrEqual(other.extraCost - (present?.extraCost ?? 0));
      }
    }
    expect(moved).toBeGreaterThan(3);
  });

  it("come over the API with start, cost by part and what they disturb, also for a new visit", async () => {
    const fresh = {
      id: "urgent",
      clientId: "c3",
      typeId: "demanding",
      minutes: 20,
      windows: [{ from: "2026-11-23T09:00:00+02:00", to: "2026-11-23T13:00:00+02:00" }],
    };
    const answer = await post(service.app, `/plans/${base}/places`, { visit: fresh, limit: 3 });
    expect(answer.statusCode).toBe(200);
    const { places } = answer.json<{ places: { nurseId: string; extraCost: number; parts: object }[] }>();
    expect(places.length).toBeGreaterThan(0);
    for (const { nurseId, extraCost, parts } of places) {
      expect(["aino", "bo"]).toContain(nurseId);
      expect(Object.values(parts).reduce((sum: number, points: number) => sum + points, 0)).toBe(extraCost);
    }
  });

  it("of a crew visit are one nurse's, at the start that the others keep", async () => {
    const day = officeDay();
    const visits = day.visits.map((visit) => (visit.id === "v3" ? { ...visit, crewSize: 2 } : visit));
    const id = await planByJob(service.app, await importProblem(service.app, { ...day, visits }));
    const [problem, plan, verdict] = await Promise.all([
      get<Problem>(service.app, `/plans/${id}/problem`),
      get<Plan>(service.app, `/plans/${id}`),
      get<Verdict>(service.app, `/plans/${id}/verdict`),
    ]);
    const crew = plan.routes.flatMap(({ shiftId, stops }) =>
      stops.flatMap((stop) =>
        stop.kind === "visit" && stop.visitId === "v3" ? [{ shiftId, start: stop.start }] : [],
      ),
    );
    expect(crew).toHaveLength(2);
    const [leaving, staying] = crew;
    const fromShiftId = leaving?.shiftId ?? "";
    const { places } = findPlaces({ problem, plan }, "v3", 100, { fromShiftId, eachShift: true });
    expect(places.map(({ shiftId }) => shiftId).toSorted()).toEqual(
      ["a", "b", "c"].filter((shiftId) => shiftId !== staying?.shiftId),
    );
    const third = places.find(({ shiftId }) => shiftId !== fromShiftId);
    expect(Date.parse(third?.start ?? "")).toBe(Date.parse(staying?.start ?? ""));
    const from = { ...loaded, problem, plan, verdict };
    const { shiftId = "", position = 0 } = third ?? {};
    const edited = editPlan(from, [{ kind: "move", visitId: "v3", shiftId, position, fromShiftId }]);
    expect(edited.verdict.violations).toEqual([]);
  });

  it("of a crew visit that nobody makes are refused: there is no start to keep", () => {
    const visits = loaded.problem.visits.map((visit) =>
      visit.id === "v1" ? { ...visit, crewSize: 2 } : visit,
    );
    const routes = loaded.plan.routes.map((route) => ({
      ...route,
      stops: route.stops.filter((stop) => stop.kind !== "visit" || stop.visitId !== "v1"),
    }));
    const unserved = [...loaded.plan.unserved, { visitId: "v1", reasons: [] }];
    const base_ = { problem: { ...loaded.problem, visits }, plan: { ...loaded.plan, routes, unserved } };
    expect(() => findPlaces(base_, "v1", 10)).toThrow(NoPlaces);
  });

  it("are told by shift where that is asked for", async () => {
    const all = await post(service.app, `/plans/${base}/places`, { visit: "v5", limit: 1000 });
    const each = await post(service.app, `/plans/${base}/places`, {
      visit: "v5",
      limit: 1000,
      eachShift: true,
    });
    type Told = { places: { shiftId: string; extraCost: number }[] };
    const best = new Map<string, number>();
    for (const { shiftId, extraCost } of all.json<Told>().places)
      best.set(shiftId, Math.min(extraCost, best.get(shiftId) ?? Infinity));
    const told = each.json<Told>().places.map(({ shiftId, extraCost }) => [shiftId, extraCost]);
    expect(told.length).toBeGreaterThan(1);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(best));
  });

  it("are refused for what nobody knows", async () => {
    const answer = await post(service.app, `/plans/${base}/places`, { visit: "none" });
    expect(problemOf(answer).code).toBe("places-refused");
  });
});
