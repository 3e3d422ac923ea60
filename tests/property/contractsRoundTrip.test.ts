/** What is written is read back: plans through documents, and documents through their schemas. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  parsePlan,
  parseProblem,
  problemSchema,
  planSchema,
  type Problem,
} from "../../src/contracts/index.js";
import { compileProblem } from "../../src/planning/compile.js";
import { fromPlan } from "../../src/planning/fromPlan.js";
import { toPlan } from "../../src/planning/plan.js";
import type { ProblemData, Solution } from "../../solver/index.js";
import { arbitraryProblem } from "../support/smallProblem.js";

const clock = fc.integer({ min: -200_000, max: 200_000 });

function arbitraryStop(
  data: ProblemData,
  shift: number,
): fc.Arbitrary<Solution["routes"][number]["stops"][number]> {
  const visit = fc
    .tuple(fc.nat(data.visits.length - 1), clock, clock, clock)
    .map(([index, arrival, start, end]) => ({ kind: "visit" as const, visit: index, arrival, start, end }));
  const { breaks } = data.shifts[shift]!;
  if (breaks.length === 0) return visit;
  const pause = fc
    .tuple(fc.nat(breaks.length - 1), clock, clock)
    .map(([index, start, end]) => ({ kind: "break" as const, break: index, start, end }));
  return fc.oneof(visit, pause);
}

const reason = fc.record({
  kind: fc.constantFrom("impossible" as const, "blocked" as const, "displaced" as const),
  rule: fc.constantFrom("skill", "window", "room"),
  shifts: fc.nat(9),
});

/** Any solution in the order of the problem, valid or not. */
function arbitrarySolution(data: ProblemData): fc.Arbitrary<Solution> {
  const some = (count: number): fc.Arbitrary<number[]> =>
    fc.subarray(Array.from({ length: count }, (_, i) => i));
  const routes = some(data.shifts.length).chain((shifts) =>
    fc.tuple(
      ...shifts.map((shift) =>
        fc.record({
          shift: fc.constant(shift),
          departure: clock,
          return: clock,
          stops: fc.array(arbitraryStop(data, shift), { maxLength: 5 }),
        }),
      ),
    ),
  );
  const bought =
    data.providers.length === 0
      ? fc.constant([])
      : some(data.visits.length).chain((visits) =>
          fc.tuple(
            ...visits.map((visit) =>
              fc.record({ visit: fc.constant(visit), provider: fc.nat(data.providers.length - 1) }),
            ),
          ),
        );
  const unserved = some(data.visits.length).chain((visits) =>
    fc.tuple(
      ...visits.map((visit) =>
        fc.record({ visit: fc.constant(visit), reasons: fc.array(reason, { maxLength: 2 }) }),
      ),
    ),
  );
  return fc.record({ routes, bought, unserved });
}

const problemAndSolution: fc.Arbitrary<{ problem: Problem; solution: Solution }> = arbitraryProblem({
  minVisits: 1,
}).chain((problem) =>
  arbitrarySolution(compileProblem(problem).data).map((solution) => ({ problem, solution })),
);

describe("documents", () => {
  it("a solution survives being written as a plan and read back, in any zone", () => {
    const zone = fc.constantFrom("Europe/Helsinki", "UTC", "Australia/Lord_Howe", "America/St_Johns");
    fc.assert(
      fc.property(problemAndSolution, zone, ({ problem, solution }, timeZone) => {
        const zoned = { ...problem, timeZone };
        const { data, origin } = compileProblem(zoned);
        const facts = { engineVersion: "0", seed: 1, threads: 1 };
        const plan = toPlan(zoned, data, origin, { solution, iterations: 1, stoppedBy: "done" }, facts);
        const text = JSON.stringify(plan);
        const parsed = parsePlan(JSON.parse(text));
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
        const dropped: unknown[] = [];
        const back = fromPlan(zoned, data, origin, parsed.plan, (item) => void dropped.push(item));
        expect(dropped).toEqual([]);
        expect(back).toEqual(solution);
        const again = toPlan(
          zoned,
          data,
          origin,
          { solution: back, iterations: 1, stoppedBy: "done" },
          facts,
        );
        expect(JSON.stringify(again)).toBe(text);
        // Read entry by entry or as a whole, a plan is the same plan.
        expect(planSchema.safeParse(parsed.plan).success).toBe(true);
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it("random problems parse, and reading piece by piece agrees with the schema as a whole", () => {
    fc.assert(
      fc.property(arbitraryProblem(), (problem) => {
        const document: unknown = JSON.parse(JSON.stringify(problem));
        expect(parseProblem(document)).toEqual({ ok: true, problem: document });
        expect(problemSchema.safeParse(document).success).toBe(true);
      }),
      { seed: 12, numRuns: 200 },
    );
  });

  it("a value replaced anywhere by nonsense never throws, and the schema's refusal is always told", () => {
    const nonsense = fc.constantFrom<unknown>(
      null,
      -1,
      1.5,
      "",
      "x",
      [],
      {},
      true,
      "2026-13-01T00:00:00Z",
      [[]],
      1e300,
    );
    fc.assert(
      fc.property(arbitraryProblem(), fc.infiniteStream(fc.nat()), nonsense, (problem, stream, value) => {
        const document = JSON.parse(JSON.stringify(problem)) as Record<string, unknown>;
        // Walk down to some value, and put the nonsense in its place.
        let node: Record<string, unknown> = document;
        for (;;) {
          const keys = Object.keys(node);
          const key = keys[stream.next().value! % keys.length]!;
          const child = node[key];
          if (
            typeof child === "object" &&
            child !== null &&
            Object.keys(child).length > 0 &&
            stream.next().value! % 8 > 0
          ) {
            node = child as Record<string, unknown>;
            continue;
          }
          node[key] = value;
          break;
        }
        const result = parseProblem(document);
        const whole = problemSchema.safeParse(document);
        if (!whole.success) expect(result.ok).toBe(false);
        if (!result.ok) {
          expect(result.faults.length).toBeGreaterThan(0);
          for (const fault of result.faults)
            expect(fault.path === "" || fault.path.startsWith("/")).toBe(true);
        } else {
          // What parses compiles, but for a mode that lost its matrices.
          try {
            compileProblem(result.problem);
          } catch (error) {
            expect(error).toMatchObject({ name: "CompileError", code: "travel-missing" });
          }
        }
      }),
      { seed: 13, numRuns: 2000 },
    );
  });
});
