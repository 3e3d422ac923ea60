/** What the search keeps to for a while. */
export interface Confines {
  /** By shift: 1 for those whose routes are not cut. */
  readonly outside: Uint8Array;
  /** By visit: 1 for those that may be taken out and put in. */
  readonly open: Uint8Array;
}
