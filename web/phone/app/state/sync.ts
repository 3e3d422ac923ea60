/** Keeps the phone and the server in step: first what she did goes up, then what is new comes down. */
import { addDays } from "../../../shared/dates.js";
import { RequestFailed } from "../../../shared/problem.js";
import {
  flush,
  noteContact,
  type PhoneDatabase,
  putMeta,
  rightNow,
  snapshotOf,
  UNKNOWN_CLOCK,
  weekOf,
} from "../../core/index.js";
import { fetchDay, fetchNotes, fetchShifts, heardClock, isSignedOut, isUnreachable } from "./api.js";
import { database, dropWhatIsOld, reload } from "./database.js";
import { fetchMessages } from "./messages.js";
import { sendEntries } from "./send.js";
import { clock, contact, device, expired, now, owner, stage, today, tomorrow } from "./signals.js";

let running: Promise<void> | null = null;
let again = false;

/** Asks for a round of exchange; calls during one make it run once more. */
export function sync(): Promise<void> {
  if (running !== null) {
    again = true;
    return running;
  }
  running = (async () => {
    do {
      again = false;
      await exchange();
    } while (again);
  })().finally(() => {
    running = null;
  });
  return running;
}

async function exchange(): Promise<void> {
  const nurse = owner.value;
  if (nurse === null || stage.value.kind !== "ready") return;
  const open = await database();
  if (contact.value !== "offline") contact.value = "syncing";
  try {
    const sent = await flush(open, sendEntries);
    if (sent === "signed-out") return signedOut();
    if (sent === "held") setTimeout(() => void sync(), 2_000);
    if (sent === "unreachable") {
      contact.value = "offline";
      return;
    }
    await reload();
    await fetchAll(open, nurse.nurseId);
    const clockNow = heardClock.value ?? UNKNOWN_CLOCK;
    await noteContact(open, rightNow(Date.now(), clockNow), clockNow);
    contact.value = "online";
    expired.value = false;
  } catch (error) {
    if (isSignedOut(error)) return signedOut();
    // What is on the phone stays as it is; the next round tries again.
    if (!isUnreachable(error) && !(error instanceof RequestFailed)) throw error;
    contact.value = "offline";
  } finally {
    await reload();
  }
}

function signedOut(): void {
  contact.value = "online";
  stage.value = { kind: "sign-in", again: true };
}

async function fetchAll(open: PhoneDatabase, nurseId: string): Promise<void> {
  const monday = weekOf(today.value)[0]!;
  await putMeta(open, "shifts", await fetchShifts(nurseId, monday, addDays(monday, 13)));
  // From here on the time is right, and so is what today is.
  clock.value = heardClock.value ?? clock.value;
  for (const date of [today.value, tomorrow.value]) await fetchOne(open, nurseId, date);
  await fetchMessages(open, nurseId);
}

async function fetchOne(open: PhoneDatabase, nurseId: string, date: string): Promise<void> {
  const kept = await open.get("days", date);
  const fetched = await fetchDay(nurseId, date, kept?.etag ?? null);
  if (fetched.kind === "day") {
    const { day, etag } = fetched;
    await open.put("days", { date, fetchedAt: now.value, etag, day });
    // The first look at a day: nothing in it is a change.
    if (day !== null && (await open.get("looks", date)) === undefined)
      await open.put("looks", { date, snapshot: snapshotOf(day) });
  } else if (kept !== undefined) {
    await open.put("days", { ...kept, fetchedAt: now.value });
  }
  const notes = await fetchNotes(nurseId, date);
  const transaction = open.transaction("notes", "readwrite");
  for (const { date: noteDate, visitId } of await transaction.store.getAll())
    if (noteDate === date) await transaction.store.delete(visitId);
  for (const note of notes) await transaction.store.put({ ...note, date });
  await transaction.done;
}

/** She has seen the changes of a day. */
export async function acknowledgeChanges(date: string): Promise<void> {
  const open = await database();
  const day = (await open.get("days", date))?.day ?? null;
  if (day !== null) await open.put("looks", { date, snapshot: snapshotOf(day) });
  await reload();
}

const TICK_MILLISECONDS = 10_000;
const SYNC_MILLISECONDS = 60_000;

/** From now on the clock runs and the server is asked, while the page is seen. */
export function keepInStep(): void {
  setInterval(() => {
    device.value = Date.now();
  }, TICK_MILLISECONDS);
  setInterval(() => {
    if (document.visibilityState === "visible") void sync().then(dropWhatIsOld);
  }, SYNC_MILLISECONDS);
  addEventListener("online", () => void sync());
  addEventListener("offline", () => {
    contact.value = "offline";
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible") return;
    device.value = Date.now();
    void dropWhatIsOld().then(sync);
  });
}
