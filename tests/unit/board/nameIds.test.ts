/** Ids in the server's sentences become names; nothing else of the sentence changes. */
import { describe, expect, it } from "vitest";
import { nameIds, type Namings } from "../../../web/board/src/day/nameIds.js";
import { BALANCED, differing, stepsOf } from "../../../web/board/src/policies/weights.js";
import { periodOf } from "../../../web/board/src/figures/periods.js";
import { DEFAULT_WEIGHTS } from "../../../src/checker/index.js";

const NAMINGS: Namings = [
  [/nurse/i, (id) => ({ n1: "Aino", "n1-weekend": "Bo" } as Record<string, string>)[id] ?? id],
  [/visit/i, (id) => `visit of ${id}`],
];

describe("ids in sentences", () => {
  it("become names, whole ids only, longest first", () => {
    const text = "n1 and n1-weekend, not n12; v(1) at 7:30.";
    const values = { nurseIds: ["n1", "n1-weekend"], visitId: "v(1)", minutes: 7 };
    expect(nameIds({ text, values }, NAMINGS)).toBe("Aino and Bo, not n12; visit of v(1) at 7:30.");
  });

  it("stay where no key says what they are", () => {
    expect(nameIds({ text: "n1 is late", values: { rule: "n1" } }, NAMINGS)).toBe("n1 is late");
  });
});

describe("weights of policies", () => {
  it("are those of the contract where a policy says nothing", () => {
    expect(BALANCED).toEqual(DEFAULT_WEIGHTS);
  });

  it("are whole numbers that rise, the one that holds among them", () => {
    for (const part of Object.keys(BALANCED) as (keyof typeof BALANCED)[]) {
      const steps = stepsOf(part, 777);
      expect(steps).toContain(777);
      expect(steps).toContain(BALANCED[part]);
      expect(steps.every(Number.isInteger)).toBe(true);
      expect([...steps].toSorted((a, b) => a - b)).toEqual(steps);
    }
    expect(differing({ ...BALANCED, travel: 4 })).toEqual({ travel: 4 });
  });
});

describe("periods", () => {
  it.each([
    ["week-this", "2026-11-22", "2026-11-16", "2026-11-22"],
    ["week-this", "2026-11-23", "2026-11-23", "2026-11-29"],
    ["week-last", "2026-11-23", "2026-11-16", "2026-11-22"],
    ["month-this", "2026-02-10", "2026-02-01", "2026-02-28"],
    ["month-last", "2026-01-31", "2025-12-01", "2025-12-31"],
  ] as const)("%s of %s is %s to %s", (preset, today, from, to) => {
    expect(periodOf(preset, today)).toEqual({ from, to });
  });
});
