/** Runs the compiled command line as people do: a process of its own, in a folder of its own. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const MAIN = join(ROOT, "dist", "src", "cli", "main.js");

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Wall time in seconds, from the start of the process to its end. */
  readonly seconds: number;
}

export interface RunOptions {
  /** Sent when the promise is kept: by then the program must be at work, however busy the machine. */
  readonly signal?: { readonly name: NodeJS.Signals; readonly when: Promise<unknown> };
  readonly env?: Readonly<Record<string, string>>;
}

/** A folder for one test file's documents; remove it afterwards. */
export class Workplace {
  readonly folder = mkdtempSync(join(tmpdir(), "kotikierros-cli-"));

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Kept once a file stands there; broken after three minutes. */
  async appears(name: string): Promise<void> {
    for (let tenths = 0; tenths < 1800; tenths++) {
      if (existsSync(this.path(name))) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`${name} did not appear`);
  }

  bytes(name: string): Buffer {
    return readFileSync(this.path(name));
  }

  json(name: string): unknown {
    return JSON.parse(this.bytes(name).toString("utf8"));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Runs `kotikierros ARGS`. stdin is closed, stdout and stderr are pipes. */
  async run(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
    if (!existsSync(MAIN)) throw new Error("dist/src/cli/main.js is missing: run npm run build");
    const child = spawn(process.execPath, [MAIN, ...args], {
      cwd: this.folder,
      env: { ...process.env, NO_COLOR: "1", ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const began = performance.now();
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    const { signal } = options;
    signal?.when.then(() => child.kill(signal.name)).catch(() => child.kill("SIGKILL"));
    const status = await new Promise<number | null>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", resolve);
    });
    return {
      status,
      stdout: Buffer.concat(out).toString("utf8"),
      stderr: Buffer.concat(err).toString("utf8"),
      seconds: (performance.now() - began) / 1000,
    };
  }
}

export interface TestFault {
  readonly code: string;
  readonly path: string;
  readonly message: string;
  readonly todo: string;
  readonly file?: string;
}

/** The faults on stderr, which must hold nothing but them. */
export function faultsOf(ended: Ended): TestFault[] {
  return (JSON.parse(ended.stderr) as { faults: TestFault[] }).faults;
}
