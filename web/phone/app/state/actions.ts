/** What she does: written down at once, sent when it can be. */
import { signal } from "@preact/signals";
import type { NurseVisit } from "../../../../src/contracts/nurseDay.js";
import {
  acknowledge,
  type Entry,
  enqueue,
  HOLD_MILLISECONDS,
  labelOf,
  type NewEntry,
  takeBack,
} from "../../core/index.js";
import { database, reload } from "./database.js";
import { device } from "./signals.js";
import { sync } from "./sync.js";

/** The entry that can still be taken back; null: none. */
export const held = signal<Entry | null>(null);

/** Presses can be taken back for some seconds; what was typed or read cannot. */
export async function record(entry: NewEntry): Promise<void> {
  const canTakeBack = entry.text === undefined && entry.kind !== "notes-read";
  device.value = Date.now();
  const made = await enqueue(await database(), entry, device.value, canTakeBack ? HOLD_MILLISECONDS : 0);
  await reload();
  if (!canTakeBack) return void sync();
  navigator.vibrate?.(30);
  held.value = made;
  setTimeout(() => {
    if (held.value?.id === made.id) held.value = null;
    device.value = Date.now();
    void sync();
  }, HOLD_MILLISECONDS);
}

export async function undo(): Promise<void> {
  const entry = held.value;
  if (entry === null) return;
  held.value = null;
  await takeBack(await database(), entry.id, Date.now());
  await reload();
}

export async function acknowledgeConflicts(ids: readonly string[]): Promise<void> {
  for (const id of ids) await acknowledge(await database(), id);
  await reload();
}

/** Of a visit, for the entry. */
export function about(
  visit: NurseVisit,
  date: string,
  planId: string | null,
): Pick<NewEntry, "visitId" | "label" | "date" | "planId"> {
  const { visitId } = visit;
  return { visitId, label: labelOf(visit), date, ...(planId === null ? {} : { planId }) };
}
