/** Routes from standing data to problems, and of the policies that these are planned by. */
import type { Route } from "../../types.js";
import { generate } from "./generate.js";
import { getCapacity } from "./getCapacity.js";
import { getGeneration } from "./getGeneration.js";

export const GENERATION_ROUTES: readonly Route[] = [generate, getGeneration, getCapacity];
