/** Tells who a request comes from: a session's cookie or an API token. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { AccountStores, Identity, StoredUser } from "../../planning/access/index.js";
import { digestOf } from "./secrets.js";

export const COOKIE = "kotikierros_session";
/** A session ends this long after it was last used, and this long after it began. */
export const IDLE_MILLISECONDS = 12 * 3600 * 1000;
export const SESSION_MILLISECONDS = 7 * 24 * 3600 * 1000;
/** How exactly the last use is noted. */
const SEEN_MILLISECONDS = 5 * 60 * 1000;

const LOOPBACK_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** Nobody has signed in; may call what is public. */
export const NOBODY: Identity = { userId: "nobody", userName: null, role: "auditor", scopes: [] };

export function identityOf(user: StoredUser): Identity {
  return {
    userId: user.id,
    userName: user.userName,
    role: user.role,
    ...(user.nurseId === null ? {} : { nurseId: user.nurseId }),
    ...(user.areas === null ? {} : { areas: user.areas }),
  };
}

async function byToken(accounts: AccountStores, secret: string, now: Date): Promise<Identity | null> {
  const token = await accounts.tokens.find(digestOf(secret));
  if (token === null || token.revokedAt !== null) return null;
  if (token.expiresAt !== null && token.expiresAt <= now) return null;
  return {
    userId: `token:${token.id}`,
    userName: null,
    role: token.role,
    scopes: token.scopes,
    ...(token.areas === null ? {} : { areas: token.areas }),
  };
}

async function bySession(accounts: AccountStores, secret: string, now: Date): Promise<Identity | null> {
  const digest = digestOf(secret);
  const session = await accounts.sessions.find(digest);
  if (session === null || !session.user.active) return null;
  const idle = now.getTime() - session.seenAt.getTime();
  if (idle > IDLE_MILLISECONDS || now.getTime() - session.createdAt.getTime() > SESSION_MILLISECONDS) {
    await accounts.sessions.remove(digest);
    return null;
  }
  if (idle > SEEN_MILLISECONDS) await accounts.sessions.seen(digest, now);
  return identityOf(session.user);
}

export interface Identified {
  readonly identity: Identity;
  readonly by: "token" | "session" | "nothing";
}

export async function identify(
  accounts: AccountStores,
  request: FastifyRequest,
  now: Date,
): Promise<Identified> {
  const bearer = /^Bearer ([\w-]+)$/.exec(request.headers.authorization ?? "")?.[1];
  if (bearer !== undefined) {
    const identity = await byToken(accounts, bearer, now);
    return identity === null ? { identity: NOBODY, by: "nothing" } : { identity, by: "token" };
  }
  const cookie = request.cookies[COOKIE];
  const identity = cookie === undefined ? null : await bySession(accounts, cookie, now);
  return identity === null ? { identity: NOBODY, by: "nothing" } : { identity, by: "session" };
}

/** The cookie reaches no script and no other site; over plain HTTP this machine only. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, secret: string): void {
  void reply.setCookie(COOKIE, secret, {
    path: "/",
    httpOnly: true,
    sameSite: "strict",
    secure: !LOOPBACK_HOST.test(request.headers.host ?? ""),
    maxAge: SESSION_MILLISECONDS / 1000,
  });
}
