/** What the catalogue says of a fault code. */
export interface FaultEntry {
  /** What it means, for the page of errors. */
  readonly means: string;
  /** What to do about it; goes into every fault of this code. */
  readonly todo: string;
}
