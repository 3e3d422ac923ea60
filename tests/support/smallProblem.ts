/**
 * Small random problems with every feature of the contract: up to 7 visits and 4 shifts
 * over an eight-hour day, so that a brute-force oracle can follow. Each feature occurs in
 * about half of the problems and then by chance in each visit, shift or client; see
 * smallProblem/features.ts for the list and for how to shut features out or make them sure.
 *
 * Every problem parses by the contract. It need not be easy: visits may be impossible to
 * serve (no able nurse, no way), and with `pins` or `limits` there may be no valid plan at
 * all. Travel need be neither symmetric nor bound by the triangle inequality.
 *
 *     fc.assert(fc.property(arbitraryProblem(), (problem) => ...), { seed: 1, numRuns: 300 });
 *     const problem = randomProblem(17, { allowed: ["crews", "gaps"], minVisits: 5 });
 */
import type fc from "fast-check";
import type { Problem } from "../../src/contracts/index.js";
import { contextOf } from "./smallProblem/context.js";
import { makeClients, makeLinks, makeTypes, makeVisits } from "./smallProblem/demand.js";
import type { SmallProblemOptions } from "./smallProblem/features.js";
import { makeLimits, makePrevious, makeProviders, makeWeights } from "./smallProblem/history.js";
import { addPins } from "./smallProblem/pins.js";
import { makePlaces, makeTravel } from "./smallProblem/roads.js";
import { makeStaff } from "./smallProblem/staff.js";
import { type Source, arbitraryFrom, seededSource } from "./source.js";

export { FEATURES, type Feature, type SmallProblemOptions } from "./smallProblem/features.js";

/** Problems drawn by fast-check; it shrinks them to fewer visits, shifts and features. */
export function arbitraryProblem(options: SmallProblemOptions = {}): fc.Arbitrary<Problem> {
  return arbitraryFrom((source) => makeProblem(source, options));
}

/** The same problem for the same seed and options, on any machine. */
export function randomProblem(seed: number, options: SmallProblemOptions = {}): Problem {
  return makeProblem(seededSource(seed), options);
}

function makeProblem(source: Source, options: SmallProblemOptions): Problem {
  const context = contextOf(source, options);
  const places = makePlaces(context);
  const placeIds = places.map(({ id }) => id);
  const { nurses, shifts } = makeStaff(context, placeIds);
  const clients = makeClients(
    context,
    placeIds,
    nurses.map(({ id }) => id),
  );
  const visits = makeVisits(context, clients, nurses.length);
  const problem: Problem = {
    format: "kotikierros/problem@1",
    timeZone: "Europe/Helsinki",
    places,
    travel: makeTravel(context, places),
    visitTypes: makeTypes(context),
    clients,
    visits,
    nurses,
    shifts,
  };
  const links = makeLinks(context, visits);
  if (links.length > 0) problem.links = links;
  if (context.has("providers")) problem.providers = makeProviders(context);
  if (context.has("pins")) addPins(context, problem);
  if (context.has("previous")) problem.previous = makePrevious(context, visits, shifts);
  if (context.has("limits")) problem.limits = makeLimits(context, clients);
  if (context.has("weights")) problem.weights = makeWeights(context);
  return problem;
}
