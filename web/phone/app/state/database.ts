/** The phone's database, opened once, and how the signals follow it. */
import { batch } from "@preact/signals";
import {
  dropOld,
  getMeta,
  listEntries,
  openPhoneDatabase,
  type PhoneDatabase,
  UNKNOWN_CLOCK,
} from "../../core/index.js";
import {
  clock,
  days,
  device,
  entries,
  expired,
  messages,
  notes,
  now,
  owner,
  shifts,
  snapshots,
  today,
} from "./signals.js";

let opening: Promise<PhoneDatabase> | null = null;

export function database(): Promise<PhoneDatabase> {
  return (opening ??= openPhoneDatabase());
}

/** Reads everything again; the screens follow. */
export async function reload(): Promise<void> {
  const open = await database();
  const [ownerNow, clockNow, shiftsNow, daysNow, looksNow, notesNow, messagesNow, entriesNow] =
    await Promise.all([
      getMeta(open, "owner"),
      getMeta(open, "clock"),
      getMeta(open, "shifts"),
      open.getAll("days"),
      open.getAll("looks"),
      open.getAll("notes"),
      open.getAll("messages"),
      listEntries(open),
    ]);
  batch(() => {
    device.value = Date.now();
    owner.value = ownerNow ?? null;
    clock.value = clockNow ?? UNKNOWN_CLOCK;
    shifts.value = shiftsNow ?? null;
    days.value = new Map(daysNow.map((day) => [day.date, day]));
    snapshots.value = new Map(looksNow.map(({ date, snapshot }) => [date, snapshot]));
    notes.value = new Map(notesNow.map((note) => [note.visitId, note]));
    messages.value = messagesNow.toSorted((a, b) => (a.at < b.at ? -1 : 1));
    entries.value = entriesNow;
  });
}

/** Drops what may not stay any longer. */
export async function dropWhatIsOld(): Promise<void> {
  const had = days.value.size > 0;
  const went = await dropOld(await database(), now.value, today.value);
  if (went && had) expired.value = true;
  await reload();
}
