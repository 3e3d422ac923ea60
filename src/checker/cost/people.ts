/** Cost parts of who comes to whom, for every visit and nurse: `unfamiliar`, `outsideArea`, `language`. */
import type { Day } from "../day.js";
import type { CostParts } from "../verdict.js";

export function addPeopleCosts(day: Day, parts: CostParts): void {
  for (const { nurse, visits } of day.routes) {
    for (const { client } of visits) {
      const familiar = client.familiarNurseIds ?? [];
      if (familiar.length > 0 && !familiar.includes(nurse.id)) parts.unfamiliar += 1;
      // A nurse without `areaIds` serves every area; one with an empty list has none of her own.
      if (
        nurse.areaIds !== undefined &&
        client.areaId !== undefined &&
        !nurse.areaIds.includes(client.areaId)
      ) {
        parts.outsideArea += 1;
      }
      if (haveNoCommonLanguage(client.languages ?? [], nurse.languages ?? [])) parts.language += 1;
    }
  }
}

/** Only where both name some: an empty list means any. */
function haveNoCommonLanguage(spoken: readonly string[], known: readonly string[]): boolean {
  return spoken.length > 0 && known.length > 0 && !spoken.some((language) => known.includes(language));
}
