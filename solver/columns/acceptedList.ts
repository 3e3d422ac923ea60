/** Labels of one visit and set of breaks that others are compared with, side by side in memory: most comparisons end at once. */
import type { LabelPool } from "./labelPool.js";

export class AcceptedList {
  size = 0;
  /** Ascending. */
  endCost = new Float64Array(16);
  start = new Int32Array(16);
  memory = new Int32Array(16);
  label = new Int32Array(16);

  add(pool: LabelPool, label: number): void {
    if (this.size === this.label.length) this.grow();
    const { size, endCost, start, memory } = this;
    const cost = pool.endCost[label] as number;
    let at = 0;
    let to = size;
    while (at < to) {
      const middle = (at + to) >> 1;
      if ((endCost[middle] as number) <= cost) at = middle + 1;
      else to = middle;
    }
    for (const list of [endCost, start, memory, this.label]) list.copyWithin(at + 1, at, size);
    endCost[at] = cost;
    start[at] = pool.start[label] as number;
    memory[at] = pool.memory[label] as number;
    this.label[at] = label;
    this.size = size + 1;
  }

  private grow(): void {
    const size = 2 * this.size;
    const before = [this.endCost, this.start, this.memory, this.label];
    this.endCost = new Float64Array(size);
    this.start = new Int32Array(size);
    this.memory = new Int32Array(size);
    this.label = new Int32Array(size);
    [this.endCost, this.start, this.memory, this.label].forEach((list, i) => list.set(before[i]!));
  }
}
