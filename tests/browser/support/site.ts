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

export interface Site {
  readonly url: string;
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
}

/** The server with a database of its own. The screens must have been built: `npm run web`. */
export async function startSite({
  demoAccounts = false,
  demoDays = false,
  accounts = false,
}: SiteWish = {}): Promise<Site> {
  if (!existsSync(path.join(ROOT, "dist", "www", "board", "index.html"))) {
    throw new Error("dist/www is missing: run `npm run web` first");
  }
  const folder = mkdtempSync(path.join(tmpdir(), "kotikierros-browser-"));
  const server = await startServer({
    port: 0,
    database: path.join(folder, "kotikierros.sqlite"),
    logger: createLogger({ write: () => undefined }),
    ...(accounts ? { signIn: "accounts" } : {}),
    ...(demoAccounts ? { signIn: "demo", loadDemo: true, demoDays } : {}),
  });
  return {
    url: server.url,
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

/** A new page in a context of its own (its own storage). */
export async function openPage(
  browser: Browser,
  site: Pick<Site, "url">,
  options: BrowserContextOptions = {},
): Promise<Watch> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: "en-GB",
    timezoneId: "Europe/Helsinki",
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
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
