/** What a visit costs on no route. */
import type { State } from "../state.js";

/** The cheapest provider that has room for `v` and costs less than leaving it out; -1: none. */
export function providerFor(state: State, v: number): number {
  const { model } = state;
  for (const p of model.providersOf[v])
    if (state.providerUsed[p] < model.providerMax[p])
      return model.providerCost[p] < model.unservedCost[v] ? p : -1;
  return -1;
}

/** Cost of `v` with that provider, or left out. */
export function outsideCost(state: State, v: number, provider: number): number {
  return provider >= 0 ? state.model.providerCost[provider] : state.model.unservedCost[v];
}
