/** The service with sign-in, and somebody of each role signed in. */
import { createHash, randomUUID } from "node:crypto";
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";
import type { Role } from "../../../src/contracts/index.js";
import type { AccountStores } from "../../../src/planning/access/index.js";

export interface Person {
  readonly id: string;
  /** Headers of a request from a page of this server. */
  readonly headers: Readonly<Record<string, string>>;
  send(options: InjectOptions): Promise<LightMyRequestResponse>;
  get(url: string): Promise<LightMyRequestResponse>;
  post(url: string, payload?: object): Promise<LightMyRequestResponse>;
}

export interface About {
  readonly nurseId?: string;
  readonly areas?: readonly string[];
}

/** An account with a session, without the time that a password takes. */
export async function personOf(
  app: FastifyInstance,
  accounts: AccountStores,
  role: Role,
  about: About = {},
  now: Date = new Date(),
): Promise<Person> {
  const id = randomUUID();
  await accounts.users.add({
    id,
    userName: `${role}-${id.slice(0, 8)}`,
    role,
    nurseId: about.nurseId ?? null,
    areas: about.areas ?? null,
    active: true,
    passwordHash: null,
    createdAt: now,
  });
  const secret = randomUUID();
  await accounts.sessions.add(createHash("sha256").update(secret).digest("hex"), id, now);
  const headers = { cookie: `kotikierros_session=${secret}`, "x-requested-by": "kotikierros" };
  const send = (options: InjectOptions): Promise<LightMyRequestResponse> =>
    app.inject({ ...options, headers: { ...headers, ...options.headers } });
  return {
    id,
    headers,
    send,
    get: (url) => send({ method: "GET", url }),
    post: (url, payload = {}) => send({ method: "POST", url, payload }),
  };
}
