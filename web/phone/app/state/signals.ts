/** Everything the screens show, as signals; filled from the phone's database and never past it. */
import { computed, signal } from "@preact/signals";
import type { AccessNote, NurseShifts } from "../../../../src/contracts/nurseDay.js";
import { addDays } from "../../../shared/dates.js";
import {
  changesSince,
  type ClockFacts,
  dateIn,
  type DayChanges,
  type Entry,
  itemsOf,
  type Item,
  type KeptDay,
  type KeptMessage,
  NO_CHANGES,
  type Owner,
  rightNow,
  type Snapshot,
  UNKNOWN_CLOCK,
} from "../../core/index.js";

/** Where she stands. */
export type Stage =
  | { readonly kind: "starting" }
  /** Nobody, or a session that is over; `name` of whoever's data waits on the phone. */
  | { readonly kind: "sign-in"; readonly again: boolean }
  /** A server without sign-in: the nurse is chosen by her id. */
  | { readonly kind: "who" }
  /** Another nurse's entries were not sent yet. */
  | { readonly kind: "unsent"; readonly next: string; readonly count: number }
  /** The account belongs to no nurse. */
  | { readonly kind: "not-a-nurse" }
  | { readonly kind: "ready" };

export type Contact =
  /** The last request was answered. */
  "online" | "offline" | "syncing";

export const stage = signal<Stage>({ kind: "starting" });
export const contact = signal<Contact>("syncing");
/** Client data went because of its age. */
export const expired = signal(false);

export const owner = signal<Owner | null>(null);
export const days = signal<ReadonlyMap<string, KeptDay>>(new Map());
export const snapshots = signal<ReadonlyMap<string, Snapshot>>(new Map());
export const notes = signal<ReadonlyMap<string, AccessNote>>(new Map());
export const shifts = signal<NurseShifts | null>(null);
export const messages = signal<readonly KeptMessage[]>([]);
export const entries = signal<readonly Entry[]>([]);
export const clock = signal<ClockFacts>(UNKNOWN_CLOCK);

/** The device's clock, read now and then; what the screens count by. */
export const device = signal(Date.now());
export const now = computed(() => rightNow(device.value, clock.value));

const FIRST_ZONE = "Europe/Helsinki";
export const timeZone = computed(() => {
  for (const { day } of days.value.values()) if (day !== null) return day.timeZone;
  return shifts.value?.timeZone ?? FIRST_ZONE;
});
export const today = computed(() => dateIn(timeZone.value, now.value));
export const tomorrow = computed(() => addDays(today.value, 1));

export const itemsOn = (date: string): readonly Item[] => {
  const day = days.value.get(date)?.day ?? null;
  return day === null ? [] : itemsOf(day, entries.value);
};

export const todaysItems = computed(() => itemsOn(today.value));

export const changesOn = (date: string): DayChanges => {
  const day = days.value.get(date)?.day ?? null;
  return day === null ? NO_CHANGES : changesSince(snapshots.value.get(date) ?? null, day);
};

export const waiting = computed(() => entries.value.filter(({ state }) => state === "waiting"));
/** What the server flagged or refused, until she has seen it. */
export const conflicts = computed(() =>
  entries.value.filter(({ answer }) => answer !== null && !answer.seen),
);
export const unread = computed(() => messages.value.filter(({ mine, read }) => !mine && !read).length);
