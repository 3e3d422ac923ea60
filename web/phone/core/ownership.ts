/** Whose data is on the phone, and when it goes. */
import { addDays } from "../../shared/dates.js";
import type { ClockFacts } from "./clock.js";
import { ALL_STORES, CLIENT_STORES, getMeta, type Owner, type PhoneDatabase, putMeta } from "./database.js";

/** Client data stays this long after the last contact with the server. */
export const KEEP_MILLISECONDS = 24 * 3_600_000;
/** Entries that the server has stay this long, so that a visit still shows as done. */
const KEEP_SENT_MILLISECONDS = 48 * 3_600_000;

export type Binding =
  /** The phone was empty, or this nurse's already. */
  | { readonly kind: "bound" }
  /** Another nurse's data was on the phone and is gone. */
  | { readonly kind: "replaced" }
  /** Another nurse has entries that were never sent; nothing was changed. */
  | { readonly kind: "unsent"; readonly nurseId: string; readonly count: number };

/** Makes the phone the nurse's. `discard` gives up another nurse's unsent entries. */
export async function bindTo(
  database: PhoneDatabase,
  nurse: Omit<Owner, "lastContact">,
  now: number,
  discard = false,
): Promise<Binding> {
  const owner = await getMeta(database, "owner");
  const changes = owner !== undefined && owner.nurseId !== nurse.nurseId;
  if (changes) {
    const count = await countUnsent(database);
    if (count > 0 && !discard) return { kind: "unsent", nurseId: owner.nurseId, count };
    await clearAll(database);
  }
  await putMeta(database, "owner", { ...nurse, lastContact: now });
  return { kind: changes ? "replaced" : "bound" };
}

export async function countUnsent(database: PhoneDatabase): Promise<number> {
  return (await database.getAll("entries")).filter(({ state }) => state === "waiting").length;
}

/** Everything goes, in one transaction. */
export async function clearAll(database: PhoneDatabase): Promise<void> {
  const transaction = database.transaction(ALL_STORES, "readwrite");
  await Promise.all([...ALL_STORES.map((store) => transaction.objectStore(store).clear()), transaction.done]);
}

/** Whether the time that client data may stay without contact is over. */
export function isExpired(owner: Owner, now: number): boolean {
  return now >= owner.lastContact + KEEP_MILLISECONDS;
}

/**
 * Drops what may not stay: all client data once it has expired, days and notes before
 * yesterday, entries that were sent long ago. Unsent entries stay, and who owns them.
 *
 * @returns whether client data went because of its age
 */
export async function dropOld(database: PhoneDatabase, now: number, today: string): Promise<boolean> {
  const owner = await getMeta(database, "owner");
  if (owner === undefined) return false;
  const expired = isExpired(owner, now);
  const transaction = database.transaction(ALL_STORES, "readwrite");
  const yesterday = addDays(today, -1);
  if (expired) {
    for (const store of CLIENT_STORES) await transaction.objectStore(store).clear();
    await transaction.objectStore("meta").delete("shifts");
  } else {
    for (const store of ["days", "looks", "notes"] as const) {
      for (const kept of await transaction.objectStore(store).getAll()) {
        const key = store === "notes" && "visitId" in kept ? kept.visitId : kept.date;
        if (kept.date < yesterday) await transaction.objectStore(store).delete(key);
      }
    }
  }
  for (const entry of await transaction.objectStore("entries").getAll()) {
    const old = Date.parse(entry.at) + KEEP_SENT_MILLISECONDS <= now;
    if (entry.state !== "waiting" && old) await transaction.objectStore("entries").delete(entry.id);
    else if (expired) await transaction.objectStore("entries").put({ ...entry, label: null });
  }
  await transaction.done;
  return expired;
}

/** The server has just answered: client data may stay, and the clock is known. */
export async function noteContact(database: PhoneDatabase, now: number, clock: ClockFacts): Promise<void> {
  const transaction = database.transaction("meta", "readwrite");
  const owner = (await transaction.store.get("owner")) as Owner | undefined;
  if (owner !== undefined) await transaction.store.put({ ...owner, lastContact: now }, "owner");
  await transaction.store.put(clock, "clock");
  await transaction.done;
}
