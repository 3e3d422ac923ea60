/** The stored plans of home-care instances hold, and cost what is written beside them. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { evaluateHhcrsp } from "../../bench/hhcrsp/evaluate.js";
import { readHhcrsp } from "../../bench/hhcrsp/instance.js";
import type { HhcrspSolution } from "../../bench/hhcrsp/solution.js";
import { readJson } from "../../bench/support/files.js";
import { RESULTS, SHARED } from "../../bench/support/paths.js";
import { bestLines } from "../../bench/support/publishedResults.js";

const instances = join(SHARED, "data/hhcrsp");
const latest = new Map(bestLines().map((line) => [`${line.set}/${line.name}`, line]));
const stored = [...latest.values()].filter((line) => line.file.endsWith(".json.gz"));

describe.skipIf(!existsSync(instances))("stored best plans (needs the shared data)", () => {
  it.each(stored)("$set $name", ({ set, name, cost, file }) => {
    const instance = readHhcrsp(join(instances, set, `${name}.json.gz`));
    const plan = readJson(join(RESULTS, "best", set, file)) as HhcrspSolution;
    const verdict = evaluateHhcrsp(instance, plan);
    expect(verdict.faults).toEqual([]);
    expect(verdict.cost).toBeCloseTo(cost, 3);
  });

  it("are there", () => expect(stored.length).toBeGreaterThan(0));
});
