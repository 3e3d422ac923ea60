/** The stored plans of home-care instances hold, and cost what is written beside them. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkHhcrspByContract } from "../../bench/hhcrsp/contract.js";
import { evaluateHhcrsp } from "../../bench/hhcrsp/evaluate.js";
import { readHhcrsp } from "../../bench/hhcrsp/instance.js";
import type { HhcrspSolution } from "../../bench/hhcrsp/solution.js";
import { readJson, readLines } from "../../bench/support/files.js";
import type { BestLine } from "../../bench/support/publishedResults.js";

// Not bench/support/paths.ts: it counts from the compiled file.
const root = resolve(fileURLToPath(new URL("../..", import.meta.url)));
const instances = join(resolve(root, process.env["KOTIKIERROS_SHARED"] ?? "../shared"), "data/hhcrsp");
const best = join(root, "bench/results/best");
const lines = readLines(join(best, "plans.jsonl")) as BestLine[];
const latest = new Map(lines.map((line) => [`${line.set}/${line.name}`, line]));
const stored = [...latest.values()].filter((line) => line.file.endsWith(".json.gz"));

describe.skipIf(!existsSync(instances))("stored best plans (needs the shared data)", () => {
  it.each(stored)("$set $name", ({ set, name, cost, file }) => {
    const instance = readHhcrsp(join(instances, set, `${name}.json.gz`));
    const plan = readJson(join(best, set, file)) as HhcrspSolution;
    const verdict = evaluateHhcrsp(instance, plan);
    expect(verdict.faults).toEqual([]);
    expect(verdict.cost).toBeCloseTo(cost, 3);
    const checked = checkHhcrspByContract(instance, plan);
    expect(checked.violations).toEqual([]);
    expect(checked.cost).toBeCloseTo(cost, 3);
  });

  it("are told by commands that anyone can give", () => {
    for (const { command } of lines) expect(command).not.toMatch(/ [/~]/);
  });

  it("are there", () => expect(stored.length).toBeGreaterThan(0));
});
