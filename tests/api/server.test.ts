/** The whole server on a real port: where it listens, and what ending it leaves. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLogger } from "../../src/api/index.js";
import { HostRefused, type RunningServer, startServer } from "../../src/api/server.js";
import { DatabaseInUse } from "../../src/persistence/index.js";
import { smallDay } from "./support/day.js";
import { type JobView, temporaryFolder } from "./support/service.js";

let temporary: ReturnType<typeof temporaryFolder>;
let file: string;
const log: string[] = [];
const logger = createLogger({ write: (line: string) => void log.push(line) });
const start = (more: object = {}): Promise<RunningServer> =>
  startServer({ port: 0, database: file, logger, ...more });

beforeEach(() => {
  temporary = temporaryFolder();
  file = `${temporary.folder}/deep/er/server.sqlite`;
  log.length = 0;
});
afterEach(() => temporary.remove());

async function json<T>(answer: Promise<Response>): Promise<T> {
  return (await (await answer).json()) as T;
}

function post(url: string, body: unknown = {}): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** Starts a job that runs for a long time on a small day. */
async function longJob(url: string): Promise<string> {
  const { id } = await json<{ id: string }>(post(`${url}/problems`, smallDay()));
  return (await json<JobView>(post(`${url}/problems/${id}/jobs`, { seconds: 600 }))).id;
}

async function until(url: string, id: string, ...states: string[]): Promise<JobView> {
  for (let tries = 0; tries < 600; tries++) {
    const job = await json<JobView>(fetch(`${url}/jobs/${id}`));
    if (states.includes(job.state)) return job;
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
  throw new Error(`job ${id} never was ${states.join(" or ")}`);
}

describe("the server", () => {
  it("refuses to listen on anything but this machine, and says so", async () => {
    for (const host of ["0.0.0.0", "::", "192.168.1.4", "example.org"]) {
      await expect(start({ host })).rejects.toThrow(HostRefused);
    }
    const server = await start();
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(log.join("")).toContain("listening on this machine only");
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
    await server.close();
    await expect(fetch(`${server.url}/health`)).rejects.toThrow("fetch failed");
  });

  it("is alone on its database", async () => {
    const server = await start();
    await expect(start()).rejects.toThrow(DatabaseInUse);
    await server.close();
  });

  it("fills in travel times where that was allowed, and stores what the plan was judged by", async () => {
    const server = await start();
    const { travel, ...day } = smallDay();
    const problem = { ...day, travel: { modes: { car: {} } } };
    expect(travel).toBeDefined();
    const { id, lacksTravel } = await json<{ id: string; lacksTravel: boolean }>(
      post(`${server.url}/problems`, problem),
    );
    expect(lacksTravel).toBe(true);
    const jobs = `${server.url}/problems/${id}/jobs`;
    const refused = await json<JobView>(post(jobs, { iterations: 5 }));
    expect(await until(server.url, refused.id, "done", "failed")).toMatchObject({
      state: "failed",
      error: { code: "travel-times-missing", faults: [{ code: "travel-no-server" }] },
    });
    const allowed = await json<JobView>(post(jobs, { iterations: 5, estimate: true }));
    const { planId } = await until(server.url, allowed.id, "done", "failed");
    const plan = await json<{ travelSource: object }>(fetch(`${server.url}/plans/${planId}`));
    expect(plan.travelSource).toMatchObject({ car: { kind: "estimate" } });
    await server.close();
  });

  it("ends within seconds while a job runs and a reader listens, and loses neither", async () => {
    const first = await start();
    const id = await longJob(first.url);
    await until(first.url, id, "running");
    const events = fetch(`${first.url}/jobs/${id}/events`).then((answer) => answer.text());
    await fetch(`${first.url}/health`);
    const began = performance.now();
    await first.close();
    expect(performance.now() - began).toBeLessThan(30_000);
    expect(await events).toContain("event: state");

    const second = await start();
    expect((await until(second.url, id, "running")).attempts).toBe(2);
    await post(`${second.url}/jobs/${id}/cancel`);
    expect(await until(second.url, id, "cancelled")).toMatchObject({ planId: expect.any(String) });
    await second.close();
  });
});

describe("the server as a process", () => {
  let child: ChildProcess;
  afterEach(() => child.kill("SIGKILL"));

  async function spawned(): Promise<string> {
    const script = fileURLToPath(new URL("./support/serve.mjs", import.meta.url));
    child = spawn(process.execPath, [script, file], { stdio: ["ignore", "pipe", "inherit"] });
    const [line] = (await once(child.stdout!, "data")) as [Buffer];
    return line.toString("utf8").trim();
  }

  it("killed in the midst of a job leaves it to the next start", async () => {
    const url = await spawned();
    const id = await longJob(url);
    await until(url, id, "running");
    child.kill("SIGKILL");
    await once(child, "exit");

    const next = await start();
    expect((await until(next.url, id, "running")).attempts).toBe(2);
    await post(`${next.url}/jobs/${id}/cancel`);
    expect(await until(next.url, id, "cancelled")).toMatchObject({ planId: expect.any(String) });
    await next.close();
  });

  it("ends by itself with code 0 on SIGTERM, with a job at work", async () => {
    const url = await spawned();
    const id = await longJob(url);
    await until(url, id, "running");
    child.kill("SIGTERM");
    const [code] = (await once(child, "exit")) as [number];
    expect(code).toBe(0);
  });
});
