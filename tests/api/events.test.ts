/** Server-sent events over a real socket. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smallDay } from "./support/day.js";
import {
  importProblem,
  type JobView,
  type Service,
  startJob,
  startService,
  temporaryFolder,
  untilState,
} from "./support/service.js";

const QUICK = 1;
const ENDLESS = 2;

const temporary = temporaryFolder();
let service: Service;
let url: string;
let problemId: string;
beforeAll(async () => {
  service = await startService({ file: `${temporary.folder}/s.sqlite`, fake: true, heartbeat: 50 });
  url = await service.app.listen({ host: "127.0.0.1", port: 0 });
  problemId = await importProblem(service.app, smallDay());
});
afterAll(async () => {
  const began = performance.now();
  await service.close();
  // Readers that keep their connections do not hold the server up.
  expect(performance.now() - began).toBeLessThan(30_000);
  temporary.remove();
});

interface Event {
  event: string;
  id?: string;
  data: JobView;
}

/** Reads events until the stream ends; `seen` is told of each piece as it comes. */
async function follow(id: string, seen: (text: string) => void = () => {}): Promise<Event[]> {
  const answer = await fetch(`${url}/jobs/${id}/events`);
  expect(answer.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(answer.headers.get("x-request-id")).not.toBeNull();
  let text = "";
  const decoder = new TextDecoder();
  for await (const piece of answer.body!) {
    text += decoder.decode(piece as Uint8Array, { stream: true });
    seen(text);
  }
  return text
    .split("\n\n")
    .filter((block) => block.includes("data: "))
    .map((block) => {
      const fields = Object.fromEntries(block.split("\n").map((line) => line.split(/: (.*)/s).slice(0, 2)));
      return { ...fields, data: JSON.parse(fields["data"]) as JobView } as Event;
    });
}

describe("a job's events", () => {
  it("tell its states and progress, show signs of life, and end with the result", async () => {
    const { id } = await startJob(service.app, problemId, { seed: ENDLESS });
    let asked = false;
    let lively = false;
    const events = await follow(id, (text) => {
      lively ||= text.includes(": alive");
      if (!asked && lively && text.includes("event: progress")) {
        asked = true;
        void service.app.inject({ method: "POST", url: `/jobs/${id}/cancel` });
      }
    });
    expect(lively).toBe(true);
    expect(events[0]!.event).toBe("state");
    const progress = events.filter(({ event }) => event === "progress");
    expect(progress.at(-1)!.data).toMatchObject({ id, state: "running", progress: { unserved: 1 } });
    expect(events.at(-1)).toMatchObject({
      event: "result",
      id: "end",
      data: { state: "cancelled", planId: expect.any(String) },
    });
    expect(events.filter(({ event }) => event === "result")).toHaveLength(1);
  });

  it("of an ended job are its result at once, and nothing for a reader that has it", async () => {
    const { id } = await startJob(service.app, problemId, { seed: QUICK });
    await untilState(service.app, id, "done");
    const events = await follow(id);
    expect(events.map(({ event }) => event)).toEqual(["result"]);
    const back = await fetch(`${url}/jobs/${id}/events`, { headers: { "last-event-id": "end" } });
    expect(back.status).toBe(204);
  });

  it("reach several readers, one of whom goes away", async () => {
    const { id } = await startJob(service.app, problemId, { seed: ENDLESS });
    const leaving = new AbortController();
    const gone = fetch(`${url}/jobs/${id}/events`, { signal: leaving.signal }).then((answer) =>
      answer.text().catch(() => "gone"),
    );
    const staying = [follow(id), follow(id)];
    await untilState(service.app, id, "running");
    leaving.abort();
    await gone.catch(() => "gone");
    await service.app.inject({ method: "POST", url: `/jobs/${id}/cancel` });
    for (const events of await Promise.all(staying)) expect(events.at(-1)!.event).toBe("result");
  });
});
