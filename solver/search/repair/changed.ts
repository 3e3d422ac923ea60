/**
 * `limits.changedClients` while a visit looks for a place: once as many clients as may be have
 * other nurses than published, it goes to its former ones. Visits that are still absent are
 * undecided and count for neither side.
 */
import { OUT, type State } from "../state.js";

export class ChangedLimit {
  /** Clients with other nurses than published, as of the state's edit `seenAt`. */
  private readonly changed = new Set<number>();
  private seenAt = -1;

  constructor(private readonly state: State) {}

  /** Must `v` keep its former nurses, lest one client more than allowed is changed? */
  mustStay(v: number): boolean {
    const { model } = this.state;
    if (!model.hasChangedLimit || !model.limited[v]) return false;
    if (this.seenAt !== this.state.edits) this.look();
    return !this.changed.has(model.data.visits[v].client) && this.changed.size >= model.changedLimit;
  }

  private look(): void {
    const { state, changed } = this;
    this.seenAt = state.edits;
    changed.clear();
    for (const u of state.limitedVisits)
      if (state.where[u] !== OUT && state.isChanged(u)) changed.add(state.model.data.visits[u].client);
  }
}
