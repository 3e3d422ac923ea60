/** `solve` and `check` from end to end, on the compiled program. */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Plan, Problem } from "../../src/contracts/index.js";
import { hasShared, sharedPath } from "../support/shared.js";
import { cliDay } from "./cliDay.js";
import { faultsOf, Workplace } from "./cliProgram.js";

/** Processes of their own, on machines that may be busy with others. */
vi.setConfig({ testTimeout: 240_000 });

const place = new Workplace();
afterAll(() => place.remove());
beforeAll(() => {
  writeFileSync(place.path("day.json"), JSON.stringify(cliDay()));
  writeFileSync(place.path("day.json.gz"), gzipSync(JSON.stringify(cliDay())));
});

interface Summary {
  valid: boolean;
  cost: number;
  unserved: number;
  iterations: number;
  seconds: number;
}

const ITERATIONS = ["--iterations", "60", "--seed", "7"];

describe("solve", () => {
  it("writes a valid plan and one line of summary", async () => {
    const ended = await place.run(["solve", "day.json", "--out", "plan.json", ...ITERATIONS]);
    expect(ended).toMatchObject({ status: 0, stderr: "" });
    expect(ended.stdout.trimEnd().split("\n")).toHaveLength(1);
    const summary = JSON.parse(ended.stdout) as Summary;
    expect(Object.keys(summary)).toEqual(["valid", "cost", "unserved", "iterations", "seconds"]);
    expect(summary).toMatchObject({ valid: true, unserved: 0, iterations: 60 });
    expect(summary.seconds).toBeLessThan(ended.seconds + 0.5);
    const plan = place.json("plan.json") as Plan;
    expect(plan.cost?.total).toBe(summary.cost);
    const checked = await place.run(["check", "day.json", "plan.json"]);
    expect(checked).toMatchObject({ status: 0, stderr: "" });
    expect(JSON.parse(checked.stdout)).toMatchObject({ valid: true, cost: { total: summary.cost } });
  });

  it("gives the same file for the same seed, iterations and threads", async () => {
    for (const name of ["one.json", "two.json"]) {
      const ended = await place.run(["solve", "day.json", "--out", name, "--threads", "2", ...ITERATIONS]);
      expect(ended.status).toBe(0);
    }
    expect(place.bytes("one.json").equals(place.bytes("two.json"))).toBe(true);
  });

  it("reads and writes gzip by name", async () => {
    const ended = await place.run(["solve", "day.json.gz", "--out", "plan.json.gz", ...ITERATIONS]);
    expect(ended.status).toBe(0);
    expect(
      (JSON.parse(gunzipSync(place.bytes("plan.json.gz")).toString()) as Plan).routes.length,
    ).toBeGreaterThan(0);
    expect((await place.run(["check", "day.json.gz", "plan.json.gz"])).status).toBe(0);
  });

  it("keeps its time limit, counted from the start of the process", async () => {
    // How closely, the bench tells ("overshoot"). Any run may be held up by others on the machine.
    const most = 8;
    const taken: number[] = [];
    while (taken.length < 5 && !taken.some((seconds) => seconds < most)) {
      const ended = await place.run(["solve", "day.json", "--out", "timed.json", "--seconds", "2"]);
      const summary = JSON.parse(ended.stdout) as Summary;
      expect(summary.valid).toBe(true);
      expect(summary.seconds).toBeGreaterThan(1.5);
      taken.push(summary.seconds);
    }
    expect(Math.min(...taken)).toBeLessThan(most);
  });

  for (const name of ["SIGINT", "SIGTERM"] as const) {
    it(`writes the best plan so far on ${name}`, async () => {
      const args = ["solve", "day.json", "--out", `${name}.json`, "--seconds", "600"];
      const begun = `${name}-begun.json`;
      const when = place.appears(begun).then(() => new Promise((resolve) => setTimeout(resolve, 2000)));
      const ended = await place.run([...args, "--write-problem", begun], { signal: { name, when } });
      expect(ended).toMatchObject({ status: 0, stderr: "" });
      expect(ended.seconds).toBeLessThan(100);
      expect(JSON.parse(ended.stdout)).toMatchObject({ valid: true });
      expect((place.json(`${name}.json`) as Plan).solver?.stoppedBy).toBe("cancelled");
    });
  }

  it("ends with 130 on Ctrl-C before there is a plan", async () => {
    const silent = createServer();
    const when = new Promise((resolve) => silent.on("request", resolve));
    await new Promise<void>((resolve) => void silent.listen(0, "127.0.0.1", resolve));
    const { port } = silent.address() as { port: number };
    const bare = cliDay();
    bare.travel.modes = { walk: {} };
    writeFileSync(place.path("waiting.json"), JSON.stringify(bare));
    const args = ["solve", "waiting.json", "--out", "w.json", "--osrm", `walk=http://127.0.0.1:${port}`];
    const ended = await place.run(args, { signal: { name: "SIGINT", when } });
    silent.close();
    silent.closeAllConnections();
    expect(ended).toMatchObject({ status: 130, stdout: "" });
    expect(ended.stderr).toMatch(/before there was a plan/);
    expect(existsSync(place.path("w.json"))).toBe(false);
  });

  it("fills in travel times by estimate where that is allowed, and stores the filled problem", async () => {
    const bare = cliDay();
    bare.travel.modes = { walk: {} };
    writeFileSync(place.path("bare.json"), JSON.stringify(bare));
    const args = [
      "solve",
      "bare.json",
      "--out",
      "est.json",
      "--estimate",
      "--write-problem",
      "filled.json.gz",
    ];
    const ended = await place.run([...args, ...ITERATIONS]);
    expect(ended.status).toBe(0);
    const filled = JSON.parse(gunzipSync(place.bytes("filled.json.gz")).toString()) as Problem;
    expect(filled.travel.modes["walk"]?.durations).toHaveLength(6);
    expect((place.json("est.json") as Plan).travelSource?.["walk"]?.kind).toBe("estimate");
    expect((await place.run(["check", "filled.json.gz", "est.json"])).status).toBe(0);
  });

  it("leaves an impossible visit unserved, with its reason", async () => {
    const day = cliDay();
    day.visits[0]!.requires = ["flying"];
    writeFileSync(place.path("flying.json"), JSON.stringify(day));
    const ended = await place.run(["solve", "flying.json", "--out", "flying-plan.json", ...ITERATIONS]);
    expect(JSON.parse(ended.stdout)).toMatchObject({ valid: true, unserved: 1 });
    const plan = place.json("flying-plan.json") as Plan;
    expect(plan.unserved).toMatchObject([
      { visitId: "v1", reasons: [{ kind: "impossible", rule: "skill" }] },
    ]);
  });
});

describe("check", () => {
  it("ends with 1 for a plan that breaks a rule, and names the rule", async () => {
    await place.run(["solve", "day.json", "--out", "good.json", ...ITERATIONS]);
    const plan = place.json("good.json") as Plan;
    plan.routes[0]!.departure = "2026-11-23T06:00:00+02:00";
    writeFileSync(place.path("bad.json"), JSON.stringify(plan));
    const ended = await place.run(["check", "day.json", "bad.json"]);
    expect(ended).toMatchObject({ status: 1, stderr: "" });
    const verdict = JSON.parse(ended.stdout) as { valid: boolean; violations: { rule: number }[] };
    expect(verdict.valid).toBe(false);
    expect(verdict.violations.map(({ rule }) => rule)).toContain(5);
  });

  it("ends with 2 for documents that are none, and tells the faults of both", async () => {
    writeFileSync(place.path("none.json"), "{}");
    writeFileSync(place.path("text.json"), "hello");
    const ended = await place.run(["check", "none.json", "text.json"]);
    expect(ended.status).toBe(2);
    expect(new Set(faultsOf(ended).map(({ file }) => file))).toEqual(new Set(["none.json", "text.json"]));
    expect(JSON.parse(ended.stdout)).toMatchObject({ valid: false });
  });
});

const SHARED = hasShared("contract", "check_plan.py") && hasShared("data", "days");

describe.skipIf(!SHARED)("on the shared days", () => {
  for (const day of ["porto-48", "all-features-60", "liechtenstein-150"]) {
    it(`${day}: the contract's own checker agrees`, async () => {
      const source = sharedPath("data", "days", `${day}.json.gz`);
      expect(existsSync(source)).toBe(true);
      copyFileSync(source, place.path(`${day}.json.gz`));
      const args = ["solve", `${day}.json.gz`, "--out", `${day}-plan.json`, "--iterations", "100"];
      const ended = await place.run(args);
      expect(ended).toMatchObject({ status: 0, stderr: "" });
      const checked = await place.run(["check", `${day}.json.gz`, `${day}-plan.json`]);
      const contract = spawnSync("python3", [
        sharedPath("contract", "check_plan.py"),
        place.path(`${day}.json.gz`),
        place.path(`${day}-plan.json`),
      ]);
      expect(contract.status).toBe(0);
      expect(JSON.parse(checked.stdout)).toEqual(JSON.parse(contract.stdout.toString()));
    });
  }
});
