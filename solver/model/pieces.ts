/** Own price of a stop's start as pieces [from, to] with value at `from` and slope. */
export interface Pieces {
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly value: Float64Array;
  readonly slope: Float64Array;
}
