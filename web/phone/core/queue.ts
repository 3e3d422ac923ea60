/**
 * The queue of what the server must still learn. An entry is written to the database before
 * anything else happens, and leaves the state "waiting" only with an answer that names its id.
 * A cut line between sending and answer means that it is sent again; the server knows the id.
 */
import { instantText } from "./clock.js";
import { getMeta, type PhoneDatabase } from "./database.js";
import {
  type Entry,
  type EntryAnswer,
  type EntryState,
  isHeld,
  LONGEST_TEXT,
  type NewEntry,
  newId,
} from "./entries.js";

/** What the server says of one entry. */
export interface Outcome {
  readonly id: string;
  readonly state: Exclude<EntryState, "waiting">;
  readonly code?: string;
  readonly detail?: string;
}

/** How a sending ended. */
export type Sending =
  | { readonly kind: "answered"; readonly outcomes: readonly Outcome[] }
  /** No network, no server, or a server that is busy: later again. */
  | { readonly kind: "unreachable" }
  /** The sign-in is over, or is somebody else's: nothing is sent until she signs in. */
  | { readonly kind: "signed-out" };

/** Sends some entries of one nurse, in order; need not answer for all of them. */
export type Send = (entries: readonly Entry[]) => Promise<Sending>;

export type FlushResult =
  | "empty"
  /** The next entry can still be taken back: flush again when it is held no longer. */
  | "held"
  | "unreachable"
  | "signed-out"
  /** The server answered for none of the entries sent. */
  | "partly";

/**
 * Writes an entry down; from then on it survives anything but sign-out.
 *
 * @param device - the device's clock, epoch milliseconds
 * @param hold - milliseconds in which it is not sent and can be taken back
 */
export async function enqueue(
  database: PhoneDatabase,
  entry: NewEntry,
  device: number,
  hold = 0,
): Promise<Entry> {
  const transaction = database.transaction(["entries", "meta"], "readwrite");
  const owner = await getOwnerId(transaction.objectStore("meta").get("owner"));
  const store = transaction.objectStore("entries");
  const last = await store.index("order").openCursor(null, "prev");
  const text = entry.text?.trim().slice(0, LONGEST_TEXT) ?? null;
  const made: Entry = {
    id: newId(),
    order: (last?.value.order ?? 0) + 1,
    nurseId: owner,
    kind: entry.kind,
    visitId: entry.visitId ?? null,
    label: entry.label ?? null,
    planId: entry.planId ?? null,
    date: entry.date,
    at: instantText(device),
    minutes: entry.minutes ?? null,
    text,
    state: "waiting",
    heldUntil: device + hold,
    attempts: 0,
    answer: null,
  };
  await store.add(made);
  await transaction.done;
  return made;
}

/** Takes back an entry that is still held; false: it is too late. */
export async function takeBack(database: PhoneDatabase, id: string, device: number): Promise<boolean> {
  const { store, done } = database.transaction("entries", "readwrite");
  const entry = await store.get(id);
  const held = entry !== undefined && entry.state === "waiting" && isHeld(entry, device);
  if (held) await store.delete(id);
  await done;
  return held;
}

async function getOwnerId(read: Promise<unknown>): Promise<string> {
  const owner = (await read) as { nurseId?: string } | undefined;
  if (owner?.nurseId === undefined) throw new Error("the phone belongs to nobody: sign in first");
  return owner.nurseId;
}

export async function listEntries(database: PhoneDatabase): Promise<readonly Entry[]> {
  return database.getAllFromIndex("entries", "order");
}

/** Most entries of one sending. */
const BATCH = 50;

/**
 * Sends what waits, oldest first, until nothing waits or the server cannot be reached. Two
 * calls at once, also of two tabs, are one: the second waits and finds the queue empty.
 */
export function flush(
  database: PhoneDatabase,
  send: Send,
  device: () => number = Date.now,
): Promise<FlushResult> {
  return alone(async () => {
    for (;;) {
      const owner = await getMeta(database, "owner");
      const waiting = (await listEntries(database)).filter(
        ({ state, nurseId }) => state === "waiting" && nurseId === owner?.nurseId,
      );
      if (waiting.length === 0) return "empty";
      // Those behind a held one wait with it: the server gets them in the order of pressing.
      const held = waiting.findIndex((entry) => isHeld(entry, device()));
      if (held === 0) return "held";
      const batch = waiting.slice(0, held === -1 ? BATCH : Math.min(held, BATCH));
      const sending = await send(batch);
      if (sending.kind !== "answered") {
        await countAttempt(database, batch);
        return sending.kind;
      }
      const taken = await settle(database, batch, sending.outcomes);
      // A server that answers and says nothing of any entry would be asked for ever.
      if (taken === 0) return "partly";
    }
  });
}

async function countAttempt(database: PhoneDatabase, batch: readonly Entry[]): Promise<void> {
  const { store, done } = database.transaction("entries", "readwrite");
  for (const { id } of batch) {
    const entry = await store.get(id);
    if (entry !== undefined) await store.put({ ...entry, attempts: entry.attempts + 1 });
  }
  await done;
}

async function settle(
  database: PhoneDatabase,
  batch: readonly Entry[],
  outcomes: readonly Outcome[],
): Promise<number> {
  const sent = new Set(batch.map(({ id }) => id));
  const { store, done } = database.transaction("entries", "readwrite");
  let taken = 0;
  for (const { id, state, code, detail } of outcomes) {
    const entry = sent.has(id) ? await store.get(id) : undefined;
    // Gone: she signed out while it was under way.
    if (entry === undefined) continue;
    const answer: EntryAnswer | null =
      state === "sent" ? null : { code: code ?? state, detail: detail ?? "", seen: false };
    await store.put({ ...entry, state, answer });
    taken += 1;
  }
  await done;
  return taken;
}

/** She has seen what the server said of an entry. */
export async function acknowledge(database: PhoneDatabase, id: string): Promise<void> {
  const { store, done } = database.transaction("entries", "readwrite");
  const entry = await store.get(id);
  if (entry?.answer != null) await store.put({ ...entry, answer: { ...entry.answer, seen: true } });
  await done;
}

let last: Promise<unknown> = Promise.resolve();

/** One after the other: over all tabs where the browser has locks, else within this page. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  if (typeof navigator !== "undefined" && navigator.locks !== undefined)
    return navigator.locks.request("kotikierros-phone-queue", work);
  const next = last.then(work, work);
  last = next.then(
    () => undefined,
    () => undefined,
  );
  return next;
}
