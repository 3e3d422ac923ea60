import { findPolicy, type Policy } from "../../../planning/policies/index.js";
import { ApiError } from "../../apiError.js";
import type { ApiDeps } from "../../deps.js";

/** @throws ApiError `policy-unknown` */
export async function policyOf(
  deps: Pick<ApiDeps, "generation">,
  id: string | undefined,
): Promise<Policy | null> {
  if (id === undefined) return null;
  const policy = await findPolicy(deps.generation.policies, id);
  if (policy === null) throw new ApiError("policy-unknown", `no policy has the id ${id}`);
  return policy;
}
