/** `serve` from end to end: it starts, says where, answers, and ends in good order. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it, vi } from "vitest";
import { faultsOf, Workplace } from "./cliProgram.js";

/** Processes of their own, on machines that may be busy with others. */
vi.setConfig({ testTimeout: 240_000 });

const place = new Workplace();
afterAll(() => place.remove());

const MAIN = fileURLToPath(new URL("../../dist/src/cli/main.js", import.meta.url));

/** The first log line that names an address. */
async function addressIn(lines: AsyncIterable<Buffer>): Promise<string> {
  let text = "";
  for await (const chunk of lines) {
    text += chunk.toString("utf8");
    const url = /"url":"([^"]+)"/.exec(text)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`the server ended without saying where it listens: ${text}`);
}

describe("serve", () => {
  it("listens on this machine, answers, and ends with 0 on Ctrl-C", async () => {
    const args = [MAIN, "serve", "--port", "0", "--database", "served.sqlite"];
    const server = spawn(process.execPath, args, { cwd: place.folder, stdio: ["ignore", "pipe", "pipe"] });
    const ended = new Promise<number | null>((resolve) => server.on("close", resolve));
    try {
      const url = await addressIn(server.stdout);
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      expect((await fetch(`${url}/health`)).status).toBe(200);
      expect((await fetch(`${url}/days/2026-11-23/versions`)).status).toBe(401);
      // The one-time link for the first administrator stands on stderr, not in the log.
      const [told] = (await once(server.stderr, "data")) as [Buffer];
      const token = /\/welcome#([\w-]+)/.exec(told.toString("utf8"))?.[1];
      const accepted = await fetch(`${url}/invitations/accept`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ token, password: "a pass phrase of mine" }),
      });
      expect(await accepted.json()).toEqual({ userName: "administrator", role: "administrator" });
    } finally {
      server.kill("SIGINT");
    }
    server.stdout.resume();
    expect(await ended).toBe(0);
  });

  it("refuses another machine's address and a port that is taken", async () => {
    const host = await place.run(["serve", "--open", "--host", "0.0.0.0", "--database", "a.sqlite"]);
    expect(host.status).toBe(2);
    expect(faultsOf(host)).toMatchObject([{ code: "host-refused" }]);
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as { port: number };
    const taken = await place.run(["serve", "--port", String(port), "--database", "b.sqlite"]);
    other.close();
    expect(taken.status).toBe(2);
    expect(faultsOf(taken)).toMatchObject([{ code: "port-in-use" }]);
  });
});
