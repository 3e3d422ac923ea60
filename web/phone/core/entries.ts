/** What a nurse does on her phone and the server must learn, each thing exactly once. */

export type EntryKind =
  | "check-in"
  | "check-out"
  | "not-at-home"
  | "cancelled-at-door"
  | "running-late"
  | "note"
  | "message"
  /** She has read the access notes of a visit. */
  | "notes-read";

export type EntryState =
  /** Not yet at the server, or not known to be there. */
  | "waiting"
  /** At the server. */
  | "sent"
  /** The server keeps it and says that something does not agree. */
  | "flagged"
  /** The server does not take it. */
  | "refused";

/** Why an entry is flagged or refused. */
export interface EntryAnswer {
  readonly code: string;
  /** The server's words, in English; screens prefer their own for the code. */
  readonly detail: string;
  /** She has seen it. */
  readonly seen: boolean;
}

export interface Entry {
  /** Made on the phone; the server stores an id once, however often it arrives. */
  readonly id: string;
  /** 1, 2, 3 ... in the order in which they were made; given by the store. */
  readonly order: number;
  /** Whose it is: the queue is sent under her sign-in only. */
  readonly nurseId: string;
  readonly kind: EntryKind;
  /** Null only for messages that are about no visit. */
  readonly visitId: string | null;
  /** How the visit was called when she pressed; goes with the client data. Never sent. */
  readonly label: string | null;
  /** The plan that she looked at; null for messages about no visit. */
  readonly planId: string | null;
  /** Date of the round, "YYYY-MM-DD". */
  readonly date: string;
  /** When it was done by the device's clock, `YYYY-MM-DDThh:mm:ssZ`; the server sets it right. */
  readonly at: string;
  /** How late; only for "running-late". */
  readonly minutes: number | null;
  /** The text of a note or a message. */
  readonly text: string | null;
  readonly state: EntryState;
  /** Not sent before this, epoch milliseconds by the device: until then it can be taken back. */
  readonly heldUntil: number;
  /** How often it was sent without an answer. */
  readonly attempts: number;
  readonly answer: EntryAnswer | null;
}

/** What the caller says of a new entry; the rest is filled in. */
export type NewEntry = Pick<Entry, "kind" | "date"> &
  Partial<Pick<Entry, "visitId" | "label" | "planId" | "minutes" | "text">>;

/** How long a press can be taken back; gloves press what they did not mean. */
export const HOLD_MILLISECONDS = 6_000;

/** Also false where the clock was set back so far that the entry would wait for hours. */
export function isHeld({ heldUntil }: Pick<Entry, "heldUntil">, device: number): boolean {
  const left = heldUntil - device;
  return left > 0 && left <= HOLD_MILLISECONDS;
}

export const LONGEST_TEXT = 500;

/** A random id (UUID version 4), also where the page is not served over HTTPS. */
export function newId(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
