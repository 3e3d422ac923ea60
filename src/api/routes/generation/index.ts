/** Routes from standing data to problems, and of the policies that these are planned by. */
import type { LifeRoute, Route } from "../../types.js";
import { comparisons } from "./comparisons.js";
import { getCapacity } from "./getCapacity.js";
import { loadDemo } from "./loadDemo.js";
import { POLICY_ROUTES } from "./policies.js";
import { getGeneration } from "./getGeneration.js";

export const GENERATION_ROUTES: readonly Route[] = [getGeneration, getCapacity, loadDemo, ...POLICY_ROUTES];

/** Those that read versions. */
export const COMPARISON_ROUTES: readonly LifeRoute[] = [comparisons];
