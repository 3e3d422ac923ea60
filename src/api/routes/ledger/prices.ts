/** What visits of each type cost, by the catalogue. */
import type { TypePrices } from "../../../planning/life/index.js";
import type { StandingReader } from "../../../planning/standing/ports.js";

export async function typePrices(standing: Pick<StandingReader, "list">): Promise<TypePrices> {
  const types = await standing.list("visit-types");
  return new Map(
    types.map(({ id, record }) => [
      id,
      {
        purchaserEuros: record.purchaserPriceEuros ?? null,
        clientEuros: record.clientFeeEuros ?? null,
      },
    ]),
  );
}
