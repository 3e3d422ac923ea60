/** Every error is problem+json, and every code of the catalogue is answered somewhere. */
import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { API_ERRORS } from "../../src/api/index.js";
import { smallDay } from "./support/day.js";
import { problemOf, type Service, startService, temporaryFolder } from "./support/service.js";

const temporary = temporaryFolder();
let service: Service;
beforeAll(async () => {
  service = await startService({
    file: `${temporary.folder}/e.sqlite`,
    fake: true,
    problemBodyLimit: 300_000,
  });
});
afterAll(async () => {
  await service.close();
  temporary.remove();
});

const inject = (options: object) => service.app.inject(options);
const post = (url: string, payload: unknown, headers: object = { "content-type": "application/json" }) =>
  inject({ method: "POST", url, payload, headers });

interface Faulty {
  code: string;
  faults: { code: string; path: string; message: string; todo: string }[];
}

describe("a document with faults", () => {
  it("is answered 422 with every fault, and nothing is stored", async () => {
    const day = smallDay();
    const broken = {
      ...day,
      visits: day.visits.map((visit) => ({ ...visit, minutes: -1 })),
      nonsense: true,
      shifts: [{ ...day.shifts[0]!, nurseId: "nobody" }, ...day.shifts.slice(1)],
    };
    const body = problemOf(await post("/problems", broken)) as unknown as Faulty;
    expect(body.code).toBe("problem-invalid");
    const paths = body.faults.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(["/visits/0/minutes", "/visits/3/minutes", "/nonsense", "/shifts/0/nurseId"]),
    );
    for (const fault of body.faults) {
      expect(Object.keys(fault).sort()).toEqual(["code", "message", "path", "todo"]);
    }
    expect(await service.database.prisma.problem.count()).toBe(0);
    expect(await service.database.prisma.client.count()).toBe(0);
  });

  const gzip = { "content-type": "application/gzip" };
  it.each([
    ["no JSON", "{nonsense", "json-syntax", {}],
    ["a gzip that is cut off", gzipSync("{}").subarray(0, 12), "gzip-broken", gzip],
    ["no UTF-8", Buffer.from([0x7b, 0xff, 0x7d]), "text-encoding", {}],
    ["a number", "42", "wrong-type", {}],
    ["a million opening brackets", "[".repeat(290_000), "json-syntax", {}],
  ])("that is %s", async (_, payload, code, headers) => {
    const answer = await post("/problems", payload, { "content-type": "application/json", ...headers });
    const body = problemOf(answer) as unknown as Faulty;
    expect(body.code).toBe("problem-invalid");
    expect(body.faults.map((fault) => fault.code)).toEqual([code]);
  });
});

describe("HTTP errors", () => {
  it.each<[string, object, string, number]>([
    ["an unknown address", { url: "/nowhere" }, "route-unknown", 404],
    ["another method", { method: "PATCH", url: "/jobs/x" }, "method-not-allowed", 405],
    ["an empty import", { method: "POST", url: "/problems" }, "body-not-json", 400],
    ["an unknown error code", { url: "/errors/none" }, "error-unknown", 404],
    ["an unknown plan", { url: "/plans/none" }, "plan-unknown", 404],
    ["an unknown plan's routes", { url: "/plans/none/routes" }, "plan-unknown", 404],
    ["an unknown problem", { url: "/problems/none" }, "problem-unknown", 404],
    ["an unknown problem's document", { url: "/problems/none/document" }, "problem-unknown", 404],
    ["an id beyond measure", { url: `/plans/${"x".repeat(300)}` }, "url-too-long", 414],
    ["an address that is no text", { url: "/plans/%E0%A4%A" }, "bad-request", 400],
    [
      "another machine's name",
      { url: "/health", headers: { host: "evil.example" } },
      "host-not-allowed",
      421,
    ],
  ])("%s", async (_, options, code, status) => {
    const answer = await inject(options);
    expect([problemOf(answer).code, answer.statusCode]).toEqual([code, status]);
    expect(answer.headers["x-request-id"]).toBe(problemOf(answer)["requestId"]);
  });

  it("names the methods that an address takes", async () => {
    expect((await inject({ method: "PUT", url: "/jobs/x" })).headers.allow).toBe("DELETE, GET, HEAD");
  });

  it("says 415 for another kind of body, 400 for a command that is no JSON, 413 for too much", async () => {
    expect(problemOf(await post("/jobs", "a=b", { "content-type": "text/plain" })).code).toBe(
      "media-type-unknown",
    );
    expect(problemOf(await post("/problems", "a", { "content-type": "text/plain" })).code).toBe(
      "media-type-unknown",
    );
    expect(problemOf(await post("/jobs", "{")).code).toBe("body-not-json");
    expect(problemOf(await post("/jobs", `{"a":"${"x".repeat(70_000)}"}`)).code).toBe("body-too-large");
    expect(problemOf(await post("/problems", "x".repeat(300_001))).code).toBe("body-too-large");
  });

  it("tells nothing of an unexpected error but the request's id", async () => {
    const { problems } = service.database;
    const find = problems.find;
    problems.find = () => Promise.reject(new Error("Aino Virtanen lives at Katu 1"));
    try {
      const answer = await inject({ url: "/problems/x", headers: { "x-request-id": "my-id" } });
      expect(answer.statusCode).toBe(500);
      expect(problemOf(answer)).toMatchObject({ code: "internal-error", requestId: "my-id" });
      expect(answer.body).not.toMatch(/Virtanen|\bat \/|node_modules/);
      const line = service.log.find((text) => text.includes("my-id") && text.includes("request failed"));
      expect(line).toContain("errors.test.ts");
      expect(service.log.join("")).not.toContain("Virtanen");
    } finally {
      problems.find = find;
    }
  });

  it("tells what a code means under its type", async () => {
    for (const [code, entry] of Object.entries(API_ERRORS)) {
      expect((await inject({ url: `/errors/${code}` })).json()).toEqual({ code, ...entry });
    }
  });
});

describe("bytes that are no request", () => {
  const send = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const { port } = service.app.server.address() as { port: number };
      let got = "";
      const socket = connect(port, "127.0.0.1", () => socket.write(text));
      socket.on("data", (data) => {
        got += data.toString("utf8");
      });
      socket.on("close", () => resolve(got));
      socket.on("error", reject);
    });

  it("are answered with problem+json too", async () => {
    await service.app.listen({ host: "127.0.0.1", port: 0 });
    const nonsense = await send("NONSENSE\r\n\r\n");
    expect(nonsense).toMatch(/^HTTP\/1\.1 400 [^]*application\/problem\+json[^]*"code":"bad-request"/);
    const headers = await send(`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${"x".repeat(40_000)}\r\n\r\n`);
    expect(headers).toMatch(/^HTTP\/1\.1 431 [^]*"code":"headers-too-large"/);
  });
});

describe("the log", () => {
  it("has ids, routes and times, and nothing that a body, a query or a name could bring in", async () => {
    const before = service.log.length;
    await post("/problems", smallDay());
    await inject({ url: "/nurses/n1/visits?date=2026-11-23&name=Virtanen" });
    await inject({ url: "/Aino-Virtanen" });
    const lines = service.log.slice(before);
    expect(lines.length).toBeGreaterThanOrEqual(3);
    const answered = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(answered[0]).toMatchObject({ method: "POST", route: "/problems", status: 201 });
    expect(answered[0]).toHaveProperty("requestId");
    expect(lines.join("")).not.toMatch(/Virtanen|Katu|Bo Ek|hostname/);
  });
});
