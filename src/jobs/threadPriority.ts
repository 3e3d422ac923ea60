import { readlinkSync } from "node:fs";
import { setPriority } from "node:os";

/**
 * Makes the calling thread give way to others, so that requests are answered promptly while
 * all cores solve. Linux keeps a priority for each thread and tells a thread its number;
 * elsewhere nothing happens. Returns whether it took effect.
 */
export function lowerThreadPriority(niceness: number): boolean {
  if (niceness === 0 || process.platform !== "linux") return false;
  try {
    const thread = Number(readlinkSync("/proc/thread-self").split("/").at(-1));
    if (!Number.isInteger(thread)) return false;
    setPriority(thread, niceness);
    return true;
  } catch {
    // A container may forbid it or hide /proc: the solver then runs at normal priority.
    return false;
  }
}
