/** A server that is killed while it publishes or stores a draft: the old version or the new one, never a mix. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { get, officeDay, planByJob, publish, type VersionView } from "./support/life.js";
import {
  checkStored,
  importProblem,
  type Service,
  startService,
  temporaryFolder,
} from "./support/service.js";

const SERVER = fileURLToPath(new URL("./support/crashing.mjs", import.meta.url));
const DATE = "2026-11-23";
/** More statements than any of these calls sends; each start of a server takes its time, so every fifth is tried. */
const MOST = 60;
const STEP = 5;

const temporary = temporaryFolder();
const file = `${temporary.folder}/crash.sqlite`;
/** Beside the server that dies: a second process on the same file, as the next start would be. */
let service: Service;
let first: string;
let second: string;
beforeAll(async () => {
  service = await startService({ file });
  const problemId = await importProblem(service.app, officeDay(DATE));
  first = await planByJob(service.app, problemId, 1);
  second = await planByJob(service.app, problemId, 2);
  expect((await publish(service.app, first)).statusCode).toBe(200);
});
afterAll(async () => {
  await service.close();
  temporary.remove();
});

/** The status of the answer; null: the server was killed after that many statements and gave none. */
async function callAndKill(after: number, url: string, body: object): Promise<number | null> {
  const server = fork(SERVER, [file, String(after)], { stdio: ["ignore", "pipe", "inherit", "ipc"] });
  const ended = once(server, "exit");
  try {
    const [address] = (await once(server.stdout!, "data")) as [Buffer];
    server.send("count");
    await once(server, "message");
    const answer = await fetch(`${address.toString().trim()}${url}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return answer.status;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    expect(await ended).toEqual([null, "SIGKILL"]);
    return null;
  } finally {
    server.kill("SIGKILL");
    await ended;
  }
}

interface Left {
  readonly holds: string;
  readonly states: Readonly<Record<string, string>>;
  /** Whose version the nurses' lists come from. */
  readonly shown: readonly string[];
  readonly drafts: readonly string[];
}

/** What the next one finds; every version there must be whole. */
async function left(): Promise<Left> {
  const { versions } = await get<{ versions: VersionView[] }>(service.app, `/days/${DATE}/versions`);
  for (const { id } of versions) await checkStored(service.database, id);
  const { planId } = await get<{ planId: string }>(service.app, `/days/${DATE}/published`);
  const lists = await Promise.all(
    ["aino", "bo", "cia"].map((nurse) =>
      get<{ planId: string }>(service.app, `/nurses/${nurse}/visits?date=${DATE}`),
    ),
  );
  return {
    holds: planId,
    states: Object.fromEntries(versions.map(({ id, state }) => [id, state])),
    shown: [...new Set(lists.map((list) => list.planId))],
    drafts: versions.filter(({ kind }) => kind === "edited").map(({ id }) => id),
  };
}

describe("a server killed in the midst of its work", () => {
  it("leaves the version that held or the one published, wherever it dies", async () => {
    const seen: string[] = [];
    for (let after = 1; after <= MOST && seen.at(-1) !== second; after += STEP) {
      await callAndKill(after, `/plans/${second}/publish`, {
        author: "a",
        reason: "better",
        replaces: first,
      });
      const { holds, states, shown } = await left();
      expect(shown).toEqual([holds]);
      const replaced = holds === second;
      expect(states).toMatchObject({
        [first]: replaced ? "replaced" : "published",
        [second]: replaced ? "published" : "draft",
      });
      seen.push(holds);
    }
    // The server died several times with the old version, and in the end the new one held.
    expect(seen.slice(0, -1)).not.toContain(second);
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.at(-1)).toBe(second);
  }, 300_000);

  it("leaves a draft whole or not at all", async () => {
    const before = (await left()).drafts.length;
    const body = { author: "a", reason: "by hand", edits: [{ kind: "tray", visitId: "v2" }] };
    let drafts = before;
    let deaths = 0;
    for (let after = 1; after <= MOST && drafts === before; after += STEP) {
      if ((await callAndKill(after, `/plans/${second}/edits`, body)) === null) deaths += 1;
      drafts = (await left()).drafts.length;
    }
    expect(drafts).toBe(before + 1);
    expect(deaths).toBeGreaterThan(2);
  }, 300_000);
});
