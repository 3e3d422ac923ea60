/** Fastest ways over a {@link RoadNetwork} from one crossing to all, by one mode. */
import type { Land } from "./layout.js";
import type { ModeId } from "./options.js";
import type { Road, RoadNetwork } from "./roads.js";

/** Seconds for one street; null where the mode may not go. Cars lose time at crossings. */
function streetSeconds(road: Road, mode: ModeId, land: Land): number | null {
  if (mode === "walk") return road.metres / 1.35;
  if (mode === "bike") return road.metres / 4.6 + 2;
  if (road.against) return null;
  return road.metres / (road.main ? land.mainSpeed : land.sideSpeed) + road.lost;
}

export interface Ways {
  /** Seconds and metres by crossing; Infinity where there is no way. */
  readonly seconds: Float64Array;
  readonly metres: Float64Array;
}

/** Dijkstra's method with a binary heap. */
export function fastestWays(network: RoadNetwork, from: number, mode: ModeId, land: Land): Ways {
  const n = network.x.length;
  const seconds = new Float64Array(n).fill(Infinity);
  const metres = new Float64Array(n).fill(Infinity);
  const done = new Uint8Array(n);
  const heap: { at: number; key: number }[] = [];
  const push = (at: number, key: number) => {
    heap.push({ at, key });
    let i = heap.length - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (heap[parent]!.key <= heap[i]!.key) break;
      [heap[parent], heap[i]] = [heap[i]!, heap[parent]!];
      i = parent;
    }
  };
  const pop = () => {
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined || heap.length === 0) return top;
    heap[0] = last;
    for (let i = 0; ;) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2]) {
        if (child < heap.length && heap[child]!.key < heap[least]!.key) least = child;
      }
      if (least === i) return top;
      [heap[least], heap[i]] = [heap[i]!, heap[least]!];
      i = least;
    }
  };
  seconds[from] = 0;
  metres[from] = 0;
  push(from, 0);
  for (let next = pop(); next !== undefined; next = pop()) {
    if (done[next.at]) continue;
    done[next.at] = 1;
    for (const road of network.roads[next.at]!) {
      const cost = streetSeconds(road, mode, land);
      if (cost === null) continue;
      const reach = next.key + cost;
      if (reach < seconds[road.to]!) {
        seconds[road.to] = reach;
        metres[road.to] = metres[next.at]! + road.metres;
        push(road.to, reach);
      }
    }
  }
  return { seconds, metres };
}
