/**
 * Where the threads of one run meet: best plans in shared memory, one seat a thread and two
 * tables used in turn, so that a thread that goes ahead never writes over what another one
 * still reads.
 */

import type { Exchange } from "../../solver/index.js";

/** Int32 words before the seats: by thread its latest meeting + 1, or GONE. */
const GONE = 0x7fff_ffff;
/** Longest wait for the others where time is the limit, milliseconds. */
const PATIENCE = 250;

export interface MeetingPlaceHandle {
  readonly memory: SharedArrayBuffer;
  readonly threads: number;
}

/** Most memory that the seats may grow to, bytes; only what is used is taken. */
const MOST = 1 << 28;

export function createMeetingPlace(threads: number): MeetingPlaceHandle {
  const bytes = headBytes(threads);
  // Growable shared memory is in Node 20's engine, but not yet in the ES2023 types.
  const Growable = SharedArrayBuffer as unknown as new (
    length: number,
    options: { maxByteLength: number },
  ) => SharedArrayBuffer;
  return { memory: new Growable(bytes, { maxByteLength: MOST }), threads };
}

function headBytes(threads: number): number {
  return 8 * Math.ceil((threads + 1) / 2);
}

/** Tells the others not to wait for a thread that has ended or broken down. */
export function leaveMeetingPlace(place: MeetingPlaceHandle, thread: number): void {
  const head = new Int32Array(place.memory, 0, place.threads);
  Atomics.store(head, thread, GONE);
  Atomics.notify(head, thread);
}

/**
 * @param waits wait for all threads however long it takes (runs limited by work)
 */
export function joinMeetingPlace(place: MeetingPlaceHandle, thread: number, waits: boolean): Exchange {
  const { memory, threads } = place;
  return {
    thread,
    gather(round, cost, plan) {
      const seat = 8 * (plan.length + 1);
      const need = headBytes(threads) + 2 * threads * seat;
      const growable = memory as SharedArrayBuffer & { grow(bytes: number): void };
      // Two threads may both try; to grow to the size it has is allowed.
      if (memory.byteLength < need) {
        try {
          growable.grow(need);
        } catch (error) {
          if (memory.byteLength < need) throw error;
        }
      }
      const head = new Int32Array(memory, 0, threads);
      const table = headBytes(threads) + (round % 2) * threads * seat;
      const mine = new Float64Array(memory, table + thread * seat, plan.length + 1);
      mine[0] = cost;
      mine.set(plan, 1);
      Atomics.store(head, thread, round + 1);
      Atomics.notify(head, thread);
      const until = performance.now() + PATIENCE;
      return Array.from({ length: threads }, (_, other) => {
        if (other === thread) return { cost, plan };
        if (!arrived(head, other, round, waits ? Infinity : until)) return null;
        const theirs = new Float64Array(memory, table + other * seat, plan.length + 1).slice();
        return { cost: theirs[0]!, plan: theirs.subarray(1) };
      });
    },
  };
}

/** Waits for another thread to come to a meeting. False: it has gone, or it is late. */
function arrived(head: Int32Array, other: number, round: number, until: number): boolean {
  for (;;) {
    const at = Atomics.load(head, other);
    if (at === GONE) return false;
    // Two rounds ahead would have written over this table; that cannot be while we are here
    // unless nobody waits, and then what lies there is a later, better plan of the same thread.
    if (at > round) return true;
    const left = until - performance.now();
    if (left <= 0) return false;
    Atomics.wait(head, other, at, Math.min(left, 1000));
  }
}
