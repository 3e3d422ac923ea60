/** The phone's own database (IndexedDB): everything is one nurse's, and all of it goes at sign-out. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { AccessNote, NurseDay, NurseShifts } from "../../../src/contracts/nurseDay.js";
import type { ClockFacts } from "./clock.js";
import type { Snapshot } from "./changes.js";
import type { Entry } from "./entries.js";

/** A message of the coordinator or of the nurse. */
export interface KeptMessage {
  readonly id: string;
  readonly at: string;
  readonly mine: boolean;
  readonly text: string;
  readonly visitId: string | null;
  readonly read: boolean;
}

export interface KeptDay {
  readonly date: string;
  /** Right time of the fetch, epoch milliseconds. */
  readonly fetchedAt: number;
  readonly etag: string | null;
  /** Null: no plan covers the date. */
  readonly day: NurseDay | null;
}

/** Whom the data belongs to, and how long it may stay. */
export interface Owner {
  readonly nurseId: string;
  readonly name: string | null;
  /** Right time of the last contact with the server, epoch milliseconds. */
  readonly lastContact: number;
}

interface Meta {
  owner: Owner;
  clock: ClockFacts;
  shifts: NurseShifts;
}

interface PhoneSchema extends DBSchema {
  meta: { key: string; value: Meta[keyof Meta] };
  days: { key: string; value: KeptDay };
  /** By date: what she has acknowledged of the day. */
  looks: { key: string; value: { date: string; snapshot: Snapshot } };
  notes: { key: string; value: AccessNote & { readonly date: string } };
  messages: { key: string; value: KeptMessage };
  entries: { key: string; value: Entry; indexes: { order: number } };
}

export type PhoneDatabase = IDBPDatabase<PhoneSchema>;

/** Stores whose content is about clients; entries are kept apart, since they may be unsent. */
export const CLIENT_STORES = ["days", "looks", "notes", "messages"] as const;
export const ALL_STORES = ["meta", ...CLIENT_STORES, "entries"] as const;

export function openPhoneDatabase(name = "kotikierros-phone"): Promise<PhoneDatabase> {
  return openDB<PhoneSchema>(name, 1, {
    upgrade(database) {
      database.createObjectStore("meta");
      database.createObjectStore("days", { keyPath: "date" });
      database.createObjectStore("looks", { keyPath: "date" });
      database.createObjectStore("notes", { keyPath: "visitId" });
      database.createObjectStore("messages", { keyPath: "id" });
      database
        .createObjectStore("entries", { keyPath: "id" })
        .createIndex("order", "order", { unique: true });
    },
    /** A newer page in another tab waits for this one to let go. */
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
}

export async function getMeta<K extends keyof Meta>(
  database: PhoneDatabase,
  key: K,
): Promise<Meta[K] | undefined> {
  return (await database.get("meta", key)) as Meta[K] | undefined;
}

export async function putMeta<K extends keyof Meta>(
  database: PhoneDatabase,
  key: K,
  value: Meta[K],
): Promise<void> {
  await database.put("meta", value, key);
}
