/** Rule 1 for bought visits: the provider takes the type and the area, and no more than it offers. */
import type { Day } from "../day.js";
import type { Provider } from "../documents.js";
import { clientOf } from "../lookup.js";
import type { Fail } from "../violations.js";

export function checkProviders(day: Day, fail: Fail): void {
  const taken = new Map<Provider, number>();
  for (const { visitId, providerId } of day.purchases) {
    const provider = day.lookup.providers.get(providerId);
    const visit = day.lookup.visits.get(visitId);
    if (provider === undefined || visit === undefined) {
      fail("bought-unknown", { visitId, providerId });
      continue;
    }
    taken.set(provider, (taken.get(provider) ?? 0) + 1);
    const { areaId } = clientOf(day.lookup, visit);
    if (!provider.typeIds.includes(visit.typeId)) {
      fail("provider-type", { visitId, providerId, typeId: visit.typeId });
    } else if (
      provider.areaIds !== undefined &&
      (areaId === undefined || !provider.areaIds.includes(areaId))
    ) {
      fail("provider-area", { visitId, providerId });
    }
  }
  for (const [{ id, maxVisits }, count] of taken) {
    if (maxVisits !== undefined && count > maxVisits) {
      fail("provider-full", { providerId: id, taken: count, maxVisits });
    }
  }
}
