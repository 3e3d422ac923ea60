/** `demo` from end to end: what a coordinator reads, in three languages, and what is stored. */
import { existsSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { cliDay } from "./cliDay.js";
import { Workplace } from "./cliProgram.js";

/** Processes of their own, on machines that may be busy with others. */
vi.setConfig({ testTimeout: 240_000 });

const place = new Workplace();
afterAll(() => place.remove());
beforeAll(() => {
  const day = cliDay();
  day.visits[2]!.requires = ["flying"];
  writeFileSync(place.path("day.json"), JSON.stringify(day));
});

const DEMO = ["demo", "--problem", "day.json", "--iterations", "60", "--threads", "1"];

describe("demo", () => {
  it("prints rounds, what is left out and why, cost and key figures within 100 columns", async () => {
    const ended = await place.run([...DEMO, "--no-store"]);
    expect(ended).toMatchObject({ status: 0, stderr: "" });
    for (const head of ["ROUNDS", "NOT PLANNED (1)", "COST", "KEY FIGURES"])
      expect(ended.stdout).toContain(head);
    expect(ended.stdout).toContain("Monday, 23 November 2026");
    expect(ended.stdout).toMatch(/Aino {2}s1 · 07:00–15:00 · on foot · \d visits/);
    expect(ended.stdout).toContain("nobody can: 2 shifts lack a skill");
    expect(ended.stdout).toMatch(/Direct client work +\d+ %/);
    expect(ended.stdout).toMatch(/Kilometres +\d+\.\d km/);
    expect(ended.stdout).toContain("The checker finds the plan valid.");
    for (const line of ended.stdout.split("\n")) expect([...line].length).toBeLessThanOrEqual(100);
  });

  for (const [lang, words] of Object.entries({
    fi: ["KIERROKSET", "SUUNNITTELEMATTA", "Välitön asiakastyö", "kävellen", "Peruskäynti"],
    sv: ["RUNDOR", "INTE PLANERADE", "Direkt klientarbete", "till fots", "Basbesök"],
  })) {
    it(`speaks ${lang}`, async () => {
      const ended = await place.run([...DEMO, "--no-store", "--lang", lang]);
      expect(ended.status).toBe(0);
      for (const word of words) expect(ended.stdout).toContain(word);
      expect(ended.stdout).not.toMatch(/visits|rounds|shifts|paid/);
    });
  }

  it("stores problem and plan, and tells how to open them", async () => {
    const ended = await place.run([...DEMO, "--database", "demo.sqlite"]);
    expect(ended).toMatchObject({ status: 0, stderr: "" });
    expect(existsSync(place.path("demo.sqlite"))).toBe(true);
    expect(ended.stdout).toContain("npm run -s cli -- serve --open --database demo.sqlite");
    expect(ended.stdout).toMatch(/plans\/[0-9a-f-]{36}/);
  });
});
