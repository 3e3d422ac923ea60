import type { LoadedVersion, VersionReader } from "../../../planning/life/index.js";
import { ApiError } from "../../apiError.js";

/** @throws ApiError `plan-unknown` */
export async function loadVersion(reader: VersionReader, id: string): Promise<LoadedVersion> {
  const loaded = await reader.load(id);
  if (loaded === null) throw new ApiError("plan-unknown", "no plan has this id");
  return loaded;
}
