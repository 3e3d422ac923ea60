/** Idempotency-Key: one request, one piece of work, one answer. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smallDay } from "./support/day.js";
import { problemOf, type Service, startService, temporaryFolder } from "./support/service.js";

const temporary = temporaryFolder();
const file = `${temporary.folder}/i.sqlite`;
let service: Service;
beforeAll(async () => {
  service = await startService({ file, fake: true });
});
afterAll(async () => {
  await service.close();
  temporary.remove();
});

const send = (key: string | undefined, payload: unknown, url = "/problems") =>
  service.app.inject({
    method: "POST",
    url,
    payload: payload as object,
    headers: key === undefined ? {} : { "idempotency-key": key },
  });
const count = () => service.database.prisma.problem.count();

describe("Idempotency-Key", () => {
  it("gives the same answer to the same body, and the work is done once", async () => {
    const first = await send("key-1", smallDay());
    const again = await send("key-1", smallDay());
    expect(first.statusCode).toBe(201);
    expect([again.statusCode, again.body, again.headers.location, again.headers["content-type"]]).toEqual([
      201,
      first.body,
      first.headers.location,
      first.headers["content-type"],
    ]);
    expect(again.headers["idempotency-replayed"]).toBe("true");
    expect(await count()).toBe(1);
  });

  it("refuses the same key with another body", async () => {
    const answer = await send("key-1", { ...smallDay(), timeZone: "Europe/Stockholm" });
    expect(problemOf(answer).code).toBe("idempotency-key-reused");
    expect(answer.statusCode).toBe(422);
    expect(await count()).toBe(1);
  });

  it("belongs to one address: the same key elsewhere is another", async () => {
    const { id } = (await send("key-1", smallDay())).json<{ id: string }>();
    const job = await send("key-1", { iterations: 2 }, `/problems/${id}/jobs`);
    expect(job.statusCode).toBe(202);
    const again = await send("key-1", { iterations: 2 }, `/problems/${id}/jobs`);
    expect(again.json<{ id: string }>().id).toBe(job.json<{ id: string }>().id);
    expect(await service.database.prisma.planningJob.count()).toBe(1);
  });

  it("repeats faults too", async () => {
    const first = await send("key-2", { format: "x" });
    const again = await send("key-2", { format: "x" });
    expect([first.statusCode, again.statusCode]).toEqual([422, 422]);
    expect(again.body).toBe(first.body);
    expect(problemOf(again).code).toBe("problem-invalid");
  });

  it("lets only one of two simultaneous requests work", async () => {
    const before = await count();
    const answers = await Promise.all([send("key-3", smallDay()), send("key-3", smallDay())]);
    const statuses = answers.map(({ statusCode }) => statusCode).sort();
    // The second came while the first was at work, or after it.
    expect([[201, 201].join(), [201, 409].join()]).toContain(statuses.join());
    const late = answers.find(({ statusCode }) => statusCode === 409);
    if (late !== undefined) expect(problemOf(late).code).toBe("idempotency-key-busy");
    expect(await count()).toBe(before + 1);
  });

  it("is not kept for an error of the server: the request may be tried again", async () => {
    const { problems } = service.database;
    const add = problems.add;
    problems.add = () => Promise.reject(new Error("disk full"));
    const failed = await send("key-4", smallDay());
    problems.add = add;
    expect(failed.statusCode).toBe(500);
    expect((await send("key-4", smallDay())).statusCode).toBe(201);
  });

  it("must be visible ASCII, and is no matter without it", async () => {
    expect(problemOf(await send("a b", smallDay())).code).toBe("request-invalid");
    const before = await count();
    await send(undefined, smallDay());
    await send(undefined, smallDay());
    expect(await count()).toBe(before + 2);
  });

  it("is remembered over a restart, but not a request that a crash cut off", async () => {
    const first = await send("key-5", smallDay());
    await service.database.idempotency.claim("POST /problems key-6", "digest", new Date());
    await service.close();
    service = await startService({ file, fake: true });
    expect((await send("key-5", smallDay())).body).toBe(first.body);
    await service.database.idempotency.purge(new Date(0), true);
    expect((await send("key-6", smallDay())).statusCode).toBe(201);
  });
});
