/** What studies keep. Implemented by src/persistence. */
import type { BoundFound } from "./bound.js";

export interface StoredBound extends BoundFound {
  /** When it was last raised. */
  readonly provedAt: Date;
}

export interface BoundStore {
  find(planId: string): Promise<StoredBound | null>;
  /** Keeps the better of what was proved before and now, statement by statement; answers what is kept. */
  raise(planId: string, found: BoundFound, now: Date): Promise<StoredBound>;
}
