/**
 * Which problems the search of coupled services takes: those in which every price only rises
 * with time, so that the earliest start of each service is also the cheapest, and in which so
 * many services wait for another route that fixed cuts between routes would cost too much.
 */
import type { Model } from "../../model/model.js";

/** Least share of visits with a gap to another route. */
const LEAST_SHARE = 0.02;

export function supportsCoupled(model: Model): boolean {
  return coupledShare(model) >= LEAST_SHARE && pricesOnlyRise(model) && rulesAreKnown(model);
}

/** Share of the visits that a gap binds to another visit. */
export function coupledShare(model: Model): number {
  let bound = 0;
  for (let v = 0; v < model.visits; v++) if (model.gapsOf[v].length > 0) bound++;
  return model.visits === 0 ? 0 : bound / model.visits;
}

/** No price for being early, for waiting or for another start than published. */
function pricesOnlyRise(model: Model): boolean {
  const { visits, weights, previous } = model.data;
  if (weights.wait > 0) return false;
  if (previous.some((p) => p !== null)) return false;
  return visits.every(
    (v) => weights.early === 0 || v.preferred === undefined || v.preferred.from <= (v.windows[0]?.from ?? 0),
  );
}

/** Nothing that this search does not look at. */
function rulesAreKnown(model: Model): boolean {
  const { shifts, visits, links, providers, limits } = model.data;
  return (
    providers.length === 0 &&
    !model.hasLoad &&
    model.siblings.length === 0 &&
    limits.changedClients === null &&
    shifts.every((s) => s.breaks.length === 0 && s.target === null) &&
    visits.every((v) => v.crewSize === 1 && !v.remote && v.pin === undefined && v.windows.length > 0) &&
    links.every((l) => l.kind !== "same-nurse")
  );
}
