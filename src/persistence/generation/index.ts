/** Stores of generating and of policies. */
import type { GenerationDeps } from "../../planning/generate/ports.js";
import type { PrismaClient } from "../generated/client.js";
import { generationStore } from "./generationStore.js";
import { policyComparisonStore, policyStore } from "./policyStore.js";

export function generationStores(prisma: PrismaClient): GenerationDeps {
  return {
    generations: generationStore(prisma),
    policies: policyStore(prisma),
    comparisons: policyComparisonStore(prisma),
  };
}
