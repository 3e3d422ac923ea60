/** Messages between the office and nurses, and links to calendars. Implemented by src/persistence/contact. */

/** From the office to a nurse, or from a nurse to the office. */
export const DIRECTIONS = ["to-nurse", "from-nurse"] as const;

export interface Message {
  /** Made by whoever writes: sent again it changes nothing. */
  readonly id: string;
  readonly nurseId: string;
  readonly direction: (typeof DIRECTIONS)[number];
  readonly author: string;
  /** The visit and the date that it is about; null: none. */
  readonly visitId: string | null;
  readonly date: string | null;
  readonly text: string;
  readonly sentAt: Date;
  /** When the other side had read it. */
  readonly readAt: Date | null;
}

export interface MessageQuery {
  /** Absent: of all nurses. */
  readonly nurseId?: string;
  /** Written later than this, exclusive. */
  readonly after?: Date;
  readonly unread?: boolean;
  readonly limit: number;
}

export interface MessageStore {
  /** `duplicate`: the id is known with the same content; `other-content`: with another. */
  add(message: Message): Promise<"stored" | "duplicate" | "other-content">;
  /** Oldest first; of more than `limit` the youngest. */
  list(query: MessageQuery): Promise<readonly Message[]>;
  find(id: string): Promise<Message | null>;
  /** Once; the first reading holds. */
  markRead(id: string, at: Date): Promise<void>;
}

export interface CalendarLink {
  readonly id: string;
  readonly nurseId: string;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
}

export interface CalendarLinkStore {
  add(link: CalendarLink, digest: string): Promise<void>;
  list(nurseId: string): Promise<readonly CalendarLink[]>;
  /** Null: unknown or revoked. */
  findOpen(digest: string): Promise<CalendarLink | null>;
  /** Null: the nurse has no such link. */
  revoke(id: string, nurseId: string, at: Date): Promise<CalendarLink | null>;
}

export interface ContactStores {
  readonly messages: MessageStore;
  readonly calendarLinks: CalendarLinkStore;
}
