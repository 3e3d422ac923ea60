/** A draft of the rest of a day: what has happened becomes a problem, is solved at once and stored as a version. */
import { createHash, randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { parseProblem, type Plan, type Problem } from "../../../contracts/index.js";
import { ENGINE_VERSION } from "../../../planning/engineVersion.js";
import {
  comparePlans,
  type DaySolver,
  EventRefused,
  type LoadedVersion,
  type NewVersionFacts,
  replanProblem,
  type ReplanWish,
  solveRest,
  weightsOf,
  whomToTell,
} from "../../../planning/life/index.js";
import type { NewProblem } from "../../../planning/ports.js";
import { problemRecords } from "../../../planning/records.js";
import { ApiError } from "../../apiError.js";
import type { ApiDeps } from "../../deps.js";
import { newPlan } from "./newPlan.js";

const zip = promisify(gzip);

/** How long to search; by time only where no iterations are named. */
export interface RunWish {
  readonly seed: number;
  readonly iterations: number | null;
  readonly seconds: number;
}

/** @throws ApiError `replan-refused` for events that do not fit the day */
export function replannedProblem(base: Pick<LoadedVersion, "problem" | "plan">, wanted: ReplanWish): Problem {
  const problem = (() => {
    try {
      return replanProblem(base, wanted);
    } catch (error) {
      if (!(error instanceof EventRefused)) throw error;
      throw new ApiError("replan-refused", error.message);
    }
  })();
  const parsed = parseProblem(problem);
  if (parsed.ok) return parsed.problem;
  throw new ApiError("replan-refused", "the day with these events has faults", { faults: parsed.faults });
}

/** @throws ApiError `replan-impossible` */
export async function solveNow(solver: DaySolver, problem: Problem, run: RunWish, start: Plan) {
  const { seed, iterations, seconds } = run;
  const wish = { seed, iterations, seconds: iterations === null ? seconds : null };
  const solved = await solveRest(solver, problem, wish, start);
  if (solved.ok) return solved;
  throw new ApiError("replan-impossible", "no valid plan was found for the rest of the day", {
    jobError: solved.error,
  });
}

async function newProblem(problem: Problem): Promise<NewProblem> {
  const bytes = Buffer.from(JSON.stringify(problem));
  return {
    id: randomUUID(),
    gzip: await zip(bytes),
    digest: createHash("sha256").update(bytes).digest("hex"),
    size: bytes.byteLength,
    ...problemRecords(problem),
    createdAt: new Date(),
  };
}

/** Solves the problem from the version's plan, stores both as a child of the version, and tells what changed. */
export async function replanDraft(
  { versions, solver }: Pick<ApiDeps, "versions" | "solver">,
  base: LoadedVersion,
  problem: Problem,
  run: RunWish,
  maker: Pick<NewVersionFacts, "author" | "reason" | "changes">,
) {
  // The document is packed while the day is solved.
  const [{ plan, verdict }, stored] = await Promise.all([
    solveNow(solver, problem, run, base.plan),
    newProblem(problem),
  ]);
  const draft = newPlan({ problemId: stored.id, parentId: base.version.id }, problem, plan, verdict);
  await versions.add(
    draft,
    {
      ...maker,
      kind: "replanned",
      pins: {},
      weights: weightsOf(problem),
      policy: null,
      seed: run.seed,
      engineVersion: ENGINE_VERSION,
    },
    stored,
  );
  const difference = comparePlans({ ...base, id: base.version.id }, { id: draft.id, problem, plan, verdict });
  return {
    id: draft.id,
    parentId: base.version.id,
    valid: verdict.valid,
    cost: verdict.cost.total,
    unserved: verdict.facts.unserved,
    difference,
    tell: whomToTell(difference),
  };
}
