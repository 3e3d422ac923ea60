/** The step of the golden ratio through 32 bits: consecutive seeds of callers never meet. */
const STEP = 0x9e37_79b1;

/**
 * The seed of one thread: the caller's own for the first, far-off ones for the others, so that
 * a run with one thread is the first thread of a run with many.
 */
export function threadSeed(seed: number, index: number): number {
  return index === 0 ? seed : (seed + Math.imul(index, STEP)) >>> 0;
}
