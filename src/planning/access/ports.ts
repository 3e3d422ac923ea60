/**
 * What sign-in needs from its store. Secrets come and go as lower-case hex SHA-256 digests;
 * passwords as argon2id strings. Implemented by src/persistence/access.
 */
import type { Role } from "../../contracts/index.js";

export interface StoredUser {
  readonly id: string;
  readonly userName: string;
  readonly role: Role;
  readonly nurseId: string | null;
  readonly areas: readonly string[] | null;
  readonly active: boolean;
  /** Null: the invitation was not taken up yet. */
  readonly passwordHash: string | null;
  readonly createdAt: Date;
}

export type UserChange = Partial<Pick<StoredUser, "role" | "nurseId" | "areas" | "active">>;

export interface UserStore {
  find(id: string): Promise<StoredUser | null>;
  findByName(userName: string): Promise<StoredUser | null>;
  list(): Promise<readonly StoredUser[]>;
  /** False: the name is taken; nothing was stored. */
  add(user: StoredUser): Promise<boolean>;
  /** Ends the user's sessions. Null: no such user. `last-administrator`: nothing was changed. */
  change(id: string, change: UserChange): Promise<StoredUser | null | "last-administrator">;
  /** Takes password and sessions away, though it were the last administrator's. */
  disableDemo(id: string): Promise<void>;
  /** Ends every session of the user but the one kept. */
  setPassword(id: string, passwordHash: string, keepSession: string | null): Promise<void>;
  /** Whether any active administrator has a password. */
  hasAdministrator(): Promise<boolean>;
}

export interface InvitationStore {
  /** Earlier invitations of the user end. */
  add(digest: string, userId: string, expiresAt: Date): Promise<void>;
  /** Takes it up and sets the password in one transaction; null: unknown, used or expired. */
  accept(digest: string, passwordHash: string, now: Date): Promise<StoredUser | null>;
  /** Whether it may be taken up now. */
  isOpen(digest: string, now: Date): Promise<boolean>;
}

export interface StoredSession {
  readonly user: StoredUser;
  readonly createdAt: Date;
  readonly seenAt: Date;
}

export interface SessionStore {
  add(digest: string, userId: string, now: Date): Promise<void>;
  find(digest: string): Promise<StoredSession | null>;
  seen(digest: string, now: Date): Promise<void>;
  remove(digest: string): Promise<void>;
  /** Drops sessions begun or last seen before these instants. */
  purge(begunBefore: Date, seenBefore: Date): Promise<void>;
}

export interface StoredToken {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly areas: readonly string[] | null;
  readonly scopes: readonly string[];
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

export interface TokenStore {
  add(token: StoredToken, digest: string): Promise<void>;
  list(): Promise<readonly StoredToken[]>;
  find(digest: string): Promise<StoredToken | null>;
  /** Null: no such token. One that was revoked before keeps its instant. */
  revoke(id: string, now: Date): Promise<StoredToken | null>;
}

/** Areas of what a path names; for those who are limited to some. */
export interface AreaReader {
  /** Null: no such client. */
  ofClient(id: string): Promise<readonly (string | null)[] | null>;
  /** Empty: she works in every area. Null: no such nurse. */
  ofNurse(id: string): Promise<readonly (string | null)[] | null>;
  /** Of every client whose visit the problem has. */
  ofProblem(id: string): Promise<readonly (string | null)[] | null>;
  ofPlan(id: string): Promise<readonly (string | null)[] | null>;
  ofJob(id: string): Promise<readonly (string | null)[] | null>;
  /** A nurse for the demo: the one with the most rounds, else any; null: none is known. */
  anyNurse(): Promise<string | null>;
}

export interface AccountStores {
  readonly users: UserStore;
  readonly invitations: InvitationStore;
  readonly sessions: SessionStore;
  readonly tokens: TokenStore;
  readonly areas: AreaReader;
  readonly audit: AuditStore;
}

export const AUDIT_ACTIONS = ["read", "change"] as const;
export const SUBJECT_KINDS = ["client", "nurse", "plan", "problem", "job", "date", "user"] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export interface AuditSubject {
  readonly kind: SubjectKind;
  readonly id: string;
}

export interface NewAuditEntry {
  readonly at: Date;
  readonly userId: string;
  readonly role: Role;
  readonly action: (typeof AUDIT_ACTIONS)[number];
  /** `METHOD /path/:part`. */
  readonly route: string;
  readonly status: number;
  readonly requestId: string;
  /** Why, in the words of who asked; null: the work that the role is there for. */
  readonly reason: string | null;
  readonly subjects: readonly AuditSubject[];
}

export interface AuditEntry extends NewAuditEntry {
  readonly sequence: number;
}

export interface AuditQuery {
  /** Inclusive. */
  readonly from?: Date;
  /** Exclusive. */
  readonly to?: Date;
  readonly userId?: string;
  /** Also entries of plans and problems that have a visit of hers. */
  readonly clientId?: string;
  readonly after?: number;
  readonly limit: number;
}

export interface AuditStore {
  add(entry: NewAuditEntry): Promise<void>;
  /** By sequence, oldest first. */
  list(query: AuditQuery): Promise<readonly AuditEntry[]>;
}
