/** Areas that an account or token is limited to, in words. */
import { titleOf } from "../data/titles.js";
import { tadmin } from "../words/admin.js";

export const areaNames = (areas: readonly string[] | null): string =>
  areas === null ? tadmin("areas-all") : areas.map((id) => titleOf("areas", id)).join(", ");
