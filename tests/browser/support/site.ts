/** The whole product on a port of its own, and pages that watch themselves. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { type RunningServer, startServer } from "../../../src/api/server.js";
import { createLogger } from "../../../src/api/index.js";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..", "..");

/** Nobody has begun yet on the demo's recorded day; early enough that none of its visits is late. */
export const DEMO_MORNING = Date.parse("2026-11-23T05:00:00+02:00");

export interface Site {
  readonly url: string;
  /** Milliseconds that the clocks of its server and of its pages are before this machine's. Default 0. */
  readonly ahead?: number;
  /** Accounts of the demo; empty without them. */
  readonly signIns: RunningServer["demoSignIns"];
  /** Where the first administrator chooses a password; null without sign-in. */
  readonly firstAdministrator: string | null;
  close(): Promise<void>;
}

export interface SiteWish {
  /** The demo office and an account for each role. Default false: an empty database. */
  readonly demoAccounts?: boolean;
  /** Their days planned. Default false. */
  readonly demoDays?: boolean;
  /** People sign in; there is nobody yet. Default false. */
  readonly accounts?: boolean;
  /**
   * Where nobody signs in, the time goes on from {@link DEMO_MORNING}, so that the demo's recorded day has
   * not begun, whenever the tests run. True: this machine's time. Default false.
   */
  readonly presentTime?: boolean;
}

/** The server with a database of its own. The screens must have been built: `npm run web`. */
export async function startSite({
  demoAccounts = false,
  demoDays = false,
  accounts = false,
  presentTime = accounts || demoAccounts,
}: SiteWish = {}): Promise<Site> {
  if (!existsSync(path.join(ROOT, "dist", "www", "board", "index.html"))) {
    throw new Error("dist/www is missing: run `npm run web` first");
  }
  const folder = mkdtempSync(path.join(tmpdir(), "kotikierros-browser-"));
  const ahead = presentTime ? 0 : DEMO_MORNING - Date.now();
  const server = await startServer({
    port: 0,
    database: path.join(folder, "kotikierros.sqlite"),
    logger: createLogger({ write: () => undefined }),
    now: () => Date.now() + ahead,
    ...(accounts ? { signIn: "accounts" } : {}),
    ...(demoAccounts ? { signIn: "demo", loadDemo: true, demoDays } : {}),
  });
  return {
    url: server.url,
    ahead,
    signIns: server.demoSignIns,
    firstAdministrator: server.firstAdministrator,
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Asks the API for a change; returns its answer, and throws what it refuses. */
export async function post<Answer>(site: Pick<Site, "url">, to: string, body: object): Promise<Answer> {
  const answer = await fetch(`${site.url}${to}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${to}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** What a page did that it should not have. */
export interface Watch {
  readonly page: Page;
  /** Errors of the console and of scripts, and requests to another host. */
  readonly faults: readonly string[];
}

/** In a page: its clock runs so many milliseconds ahead of this machine's. */
const setAhead = (milliseconds: number): string => `(() => {
  const Real = Date;
  window.Date = class extends Real {
    constructor(...given) {
      if (given.length === 0) super(Real.now() + ${milliseconds});
      else super(...given);
    }
    static now() { return Real.now() + ${milliseconds}; }
  };
})()`;

/** In a page: keeps what the message at its foot says, which goes away by itself. */
const KEEP_MESSAGES = `(() => {
  window.messagesTold = [];
  let last = "";
  const listen = () => new MutationObserver(() => {
    const text = document.querySelector(".message")?.firstChild?.textContent ?? "";
    if (text !== last && text !== "") window.messagesTold.push(text);
    last = text;
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
  addEventListener("DOMContentLoaded", listen);
})()`;

/** A new page in a context of its own (its own storage). */
export async function openPage(
  browser: Browser,
  site: Pick<Site, "url" | "ahead">,
  options: BrowserContextOptions = {},
): Promise<Watch> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: "en-GB",
    timezoneId: "Europe/Helsinki",
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  if (site.ahead !== undefined && site.ahead !== 0) await page.addInitScript(setAhead(site.ahead));
  await page.addInitScript(KEEP_MESSAGES);
  const faults: string[] = [];
  page.on("console", (message) => {
    // The browser itself writes a line for every answer from 400 on; the screens tell those in words.
    if (message.type() !== "error" || message.text().startsWith("Failed to load resource")) return;
    faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (url.startsWith(site.url) || /^(data|blob):/.test(url)) return;
    faults.push(`request to another host: ${url}`);
  });
  return { page, faults };
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeViolation {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

/** Serious and critical findings of axe (WCAG 2.2 A and AA), one line each. */
export async function seriousFindings(page: Page): Promise<string[]> {
  // Evaluated from outside the page, so the page's own policy for scripts does not matter.
  await page.evaluate(axeSource);
  const violations = await page.evaluate<AxeViolation[]>(
    `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }).then((r) => r.violations)`,
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(
      ({ id, help, nodes }) =>
        `${id}: ${help} (${nodes
          .slice(0, 3)
          .map(({ target, failureSummary }) => `${target.join(" ")} ${failureSummary ?? ""}`)
          .join("; ")})`,
    );
}
