/** Accounts: the first administrator, sessions, tokens, who is refused and how. */
import type { LightMyRequestResponse } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inviteFirstAdministrator } from "../../src/api/access/invite.js";
import { demoSignIns, endDemoSignIns } from "../../src/api/access/demo.js";
import { officeDay } from "./support/life.js";
import { type Person, personOf } from "./support/people.js";
import { importProblem, problemOf, type Service, startService, temporaryFolder } from "./support/service.js";

const temporary = temporaryFolder();
let service: Service;
let clock = Date.parse("2026-11-22T08:00:00Z");
let administrator: Person;
beforeAll(async () => {
  const file = `${temporary.folder}/sign-in.sqlite`;
  service = await startService({ file, fake: true, signIn: true, now: () => clock });
});
afterAll(async () => {
  await service.close();
  temporary.remove();
});

const json = (url: string, payload: object, headers: Record<string, string> = {}) =>
  service.app.inject({ method: "POST", url, payload, headers });
const signIn = (userName: string, password: string) => json("/sign-in", { userName, password });
const cookieOf = (answer: LightMyRequestResponse): string =>
  String(answer.headers["set-cookie"]).split(";", 1)[0]!;
const get = (url: string, headers: Record<string, string>) => service.app.inject({ url, headers });

describe("the first administrator", () => {
  it("comes by a link that works once; there is no default password", async () => {
    const { accounts } = service.database;
    const old = await inviteFirstAdministrator(accounts, new Date(clock));
    const link = await inviteFirstAdministrator(accounts, new Date(clock));
    const password = "correct horse battery";
    const accept = (token: string, chosen = password) =>
      json("/invitations/accept", { token, password: chosen });
    expect(problemOf(await signIn("administrator", "administrator")).code).toBe("sign-in-refused");
    expect(problemOf(await accept(old!.token)).code).toBe("invitation-over");
    expect(problemOf(await accept(link!.token, "short")).code).toBe("request-invalid");
    expect((await accept(link!.token)).json()).toEqual({
      userName: "administrator",
      role: "administrator",
    });
    expect(problemOf(await accept(link!.token)).code).toBe("invitation-over");
    expect(await inviteFirstAdministrator(accounts, new Date(clock))).toBeNull();

    const answer = await signIn("Administrator", password);
    expect(answer.json()).toMatchObject({ role: "administrator", signIn: true, areas: null });
    expect(String(answer.headers["set-cookie"])).toMatch(/HttpOnly.*SameSite=Strict/);
    const stored = await accounts.users.findByName("administrator");
    expect(stored!.passwordHash).toMatch(/^\$argon2id\$/);
    const headers = { cookie: cookieOf(answer), "x-requested-by": "test" };
    administrator = {
      id: stored!.id,
      headers,
      send: (options) => service.app.inject({ ...options, headers }),
      get: (url) => get(url, headers),
      post: (url, payload = {}) => json(url, payload, headers),
    };
    expect((await administrator.get("/me")).json()).toMatchObject({ userName: "administrator" });
  });

  it("cannot be the last one to go", async () => {
    const change = (payload: object) =>
      administrator.send({ method: "PATCH", url: `/users/${administrator.id}`, payload });
    expect(problemOf(await change({ active: false })).code).toBe("last-administrator");
    expect(problemOf(await change({ role: "auditor" })).code).toBe("last-administrator");
  });
});

describe("a session", () => {
  it("is Secure for any host but this machine", async () => {
    const to = async (host: string) =>
      String(
        (await json("/sign-in", { userName: "administrator", password: "correct horse battery" }, { host }))
          .headers["set-cookie"],
      );
    expect(await to("plans.example.org")).toContain("Secure");
    expect(await to("localhost:8080")).not.toContain("Secure");
  });

  it("changes nothing for pages of other sites", async () => {
    const { cookie } = administrator.headers;
    const wanted = { userName: "somebody", role: "auditor" };
    expect(problemOf(await json("/users", wanted, { cookie: cookie! })).code).toBe("foreign-page");
    const foreign = { ...administrator.headers, origin: "https://evil.example", host: "localhost" };
    expect(problemOf(await json("/users", wanted, foreign)).code).toBe("foreign-page");
    const own = { ...administrator.headers, origin: "http://localhost", host: "localhost" };
    const made = await json("/users", wanted, own);
    expect(made.statusCode).toBe(201);
    expect(made.json()).toMatchObject({ user: { userName: "somebody", hasPassword: false } });
  });

  it("ends with sign-out, when unused for 12 hours, and after 7 days", async () => {
    const person = await personOf(service.app, service.database.accounts, "auditor", {}, new Date(clock));
    expect((await person.get("/me")).statusCode).toBe(200);
    expect((await person.post("/sign-out")).statusCode).toBe(204);
    expect((await person.get("/me")).statusCode).toBe(401);

    const idle = await personOf(service.app, service.database.accounts, "auditor", {}, new Date(clock));
    const before = clock;
    clock += 13 * 3600_000;
    expect((await idle.get("/me")).statusCode).toBe(401);
    clock = before;

    const busy = await personOf(service.app, service.database.accounts, "auditor", {}, new Date(clock));
    const codes: number[] = [];
    for (let half = 1; half <= 15; half++) {
      clock = before + half * 11.5 * 3600_000;
      codes.push((await busy.get("/me")).statusCode);
    }
    expect(codes).toEqual([...Array<number>(14).fill(200), 401]);
    clock = before;
  });
});

describe("sign-in attempts", () => {
  it("are limited for each name, known or not", async () => {
    const codes: number[] = [];
    for (let attempt = 0; attempt < 11; attempt++) {
      codes.push((await signIn("guessed", `guess number ${attempt}`)).statusCode);
    }
    expect(codes).toEqual([...Array<number>(10).fill(401), 429]);
    const refused = await signIn(" Guessed ", "once more");
    expect(problemOf(refused).code).toBe("too-many-attempts");
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect((await signIn("another", "guess")).statusCode).toBe(401);
  });
});

describe("an API token", () => {
  it("may do what its role and scopes allow, until it is ended", async () => {
    const made = await administrator.post("/tokens", {
      name: "alarm centre",
      role: "coordinator",
      scopes: ["planning:read"],
    });
    expect(made.statusCode).toBe(201);
    const { secret, token } = made.json<{ secret: string; token: { id: string } }>();
    const headers = { authorization: `Bearer ${secret}` };
    expect((await get("/days/2026-11-23/versions", headers)).statusCode).toBe(200);
    expect(problemOf(await json("/plans/x/publish", {}, headers)).code).toBe("access-refused");
    expect(problemOf(await get("/users", headers)).code).toBe("access-refused");
    const rows = await service.database.prisma.apiToken.findMany();
    expect(JSON.stringify(rows)).not.toContain(secret.slice(3));
    expect((await administrator.send({ method: "DELETE", url: `/tokens/${token.id}` })).statusCode).toBe(200);
    expect((await get("/days/2026-11-23/versions", headers)).statusCode).toBe(401);
  });

  it("ends on its day", async () => {
    const wish = { name: "short", role: "coordinator", scopes: ["planning:read"], days: 1 };
    const { secret } = (await administrator.post("/tokens", wish)).json<{ secret: string }>();
    const headers = { authorization: `Bearer ${secret}` };
    expect((await get("/days/2026-11-23/versions", headers)).statusCode).toBe(200);
    const before = clock;
    clock += 24 * 3600_000;
    expect((await get("/days/2026-11-23/versions", headers)).statusCode).toBe(401);
    clock = before;
  });
});

describe("answers kept for Idempotency-Key", () => {
  it("are each caller's own, and none with a secret is kept", async () => {
    const { accounts } = service.database;
    const [one, other] = [
      await personOf(service.app, accounts, "coordinator", {}, new Date(clock)),
      await personOf(service.app, accounts, "coordinator", {}, new Date(clock)),
    ];
    const send = (person: Person) =>
      person.send({
        method: "POST",
        url: "/jobs",
        payload: { problemId: "none" },
        headers: { "idempotency-key": "k" },
      });
    await send(one!);
    expect((await send(other!)).headers["idempotency-replayed"]).toBeUndefined();
    expect((await send(one!)).headers["idempotency-replayed"]).toBe("true");
    const wish = { name: "kept", role: "coordinator", scopes: ["planning:read"] };
    const made = await administrator.send({
      method: "POST",
      url: "/tokens",
      payload: wish,
      headers: { ...administrator.headers, "idempotency-key": "secret-one" },
    });
    const { secret } = made.json<{ secret: string }>();
    const kept = await service.database.prisma.idempotencyRecord.findMany();
    expect(JSON.stringify(kept)).not.toContain(secret);
  });
});

describe("areas", () => {
  it("hide plans and problems with clients of another area", async () => {
    const day = officeDay();
    const areas = ["north", "south"];
    day.clients = day.clients.map((client, index) => ({ ...client, areaId: areas[index % 2]! }));
    const { accounts } = service.database;
    const at = new Date(clock);
    const whole = await personOf(service.app, accounts, "coordinator", {}, at);
    const both = await personOf(service.app, accounts, "coordinator", { areas }, at);
    const north = await personOf(service.app, accounts, "coordinator", { areas: ["north"] }, at);
    const imported = await whole.post("/problems", day);
    expect(imported.statusCode).toBe(201);
    const { id } = imported.json<{ id: string }>();
    expect((await both.get(`/problems/${id}`)).statusCode).toBe(200);
    const hidden = problemOf(await north.get(`/problems/${id}`));
    expect(hidden.code).toBe("problem-unknown");
    const { requestId: _one, ...told } = hidden;
    const { requestId: _other, ...unknown } = problemOf(await north.get("/problems/none"));
    expect(told).toEqual(unknown);
    // Nor do they bring in what they could not read.
    expect(problemOf(await north.post("/problems", day)).code).toBe("access-refused");
    expect((await north.get("/days/2026-11-23/versions")).json()).toEqual({ versions: [] });
  });
});

describe("the demo's accounts", () => {
  it("sign in with the passwords printed, and not outside the demo", async () => {
    const { accounts } = service.database;
    const printed = await demoSignIns(accounts, new Date(clock));
    const auditor = printed.find(({ role }) => role === "auditor")!;
    const signed = await signIn(auditor.userName, auditor.password);
    expect(signed.json()).toMatchObject({ role: "auditor" });
    await endDemoSignIns(accounts);
    expect((await signIn(auditor.userName, auditor.password)).statusCode).toBe(401);
    expect((await get("/me", { cookie: cookieOf(signed) })).statusCode).toBe(401);
    const renewed = (await demoSignIns(accounts, new Date(clock))).find(({ role }) => role === "auditor")!;
    expect(renewed.password).not.toBe(auditor.password);
    await endDemoSignIns(accounts);
  });
});

describe("without sign-in", () => {
  it("everybody is the local administrator", async () => {
    const open = await startService({ file: `${temporary.folder}/open.sqlite`, fake: true });
    try {
      expect((await open.app.inject("/me")).json()).toMatchObject({ role: "administrator", signIn: false });
      expect(await importProblem(open.app, officeDay())).toMatch(/^[0-9a-f-]{36}$/);
      expect((await open.app.inject({ method: "POST", url: "/sign-in", payload: {} })).statusCode).toBe(404);
    } finally {
      await open.close();
    }
  });
});
