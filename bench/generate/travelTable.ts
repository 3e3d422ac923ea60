/** The matrices of a day by mode, made when first asked for. */
import type { TravelMode } from "../../src/contracts/index.js";
import type { Land } from "./layout.js";
import type { GenerateOptions, ModeId } from "./options.js";
import type { RoadNetwork } from "./roads.js";
import { estimatedMatrices, PER_STOP, roadMatrices, type Matrices, type Spot } from "./travel.js";

export class TravelTable {
  private readonly made = new Map<ModeId, Matrices>();
  private readonly index: Map<string, number>;

  constructor(
    private readonly options: GenerateOptions,
    private readonly network: RoadNetwork,
    private readonly land: Land,
    private readonly spots: readonly Spot[],
  ) {
    this.index = new Map(spots.map((spot, i) => [spot.id, i]));
  }

  /** Seconds between two different places, the stop's own seconds included. */
  seconds(mode: ModeId, from: string, to: string): number {
    const row = this.matrices(mode).durations[this.index.get(from) ?? -1];
    const seconds = row?.[this.index.get(to) ?? -1];
    if (seconds === undefined) throw new RangeError(`no such places: ${from}, ${to}`);
    return seconds + PER_STOP[mode];
  }

  contractMode(mode: ModeId): TravelMode {
    const perStopSeconds = PER_STOP[mode];
    if (this.options.travel === "none") return { perStopSeconds };
    return { ...this.matrices(mode), perStopSeconds };
  }

  private matrices(mode: ModeId): Matrices {
    let matrices = this.made.get(mode);
    if (matrices === undefined) {
      matrices =
        this.options.travel === "road"
          ? roadMatrices(this.network, this.land, this.spots, mode)
          : estimatedMatrices(this.spots, mode);
      this.made.set(mode, matrices);
    }
    return matrices;
  }
}
