/** Steps that several tests of the board take. */
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { post, type Site } from "./site.js";

/** Optimises a problem over the API; returns the plan's id. */
export async function planned(
  site: Site,
  problemId: string,
  work: { readonly iterations: number; readonly bound?: number },
): Promise<string> {
  const job = await post<Record<string, string>>(site, `/problems/${problemId}/jobs`, {
    ...work,
    threads: 1,
  });
  for (;;) {
    const state = (await (await fetch(`${site.url}/jobs/${job["id"] ?? ""}`)).json()) as Record<
      string,
      string
    >;
    if (state["state"] === "done") return state["planId"] ?? "";
    if (state["state"] === "failed") throw new Error(JSON.stringify(state));
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
}

/** Imports the demo day and optimises it; returns the plan's id. */
export async function plannedDay(site: Site, iterations = 60): Promise<string> {
  const problem = await post<Record<string, string>>(site, "/demo/day", {});
  return planned(site, problem["id"] ?? "", { iterations });
}

export const DEMO_DATE = "2026-11-23";
export const DEMO_FILE = fileURLToPath(new URL("../../../fixtures/helsinki-day.json.gz", import.meta.url));

/** Opens the demo day's youngest version and waits until its visits are drawn. */
export async function openDay(page: Page, site: Site, planId?: string): Promise<void> {
  await page.goto(`${site.url}/board/#/day/${DEMO_DATE}${planId === undefined ? "" : `/${planId}`}`);
  await page.waitForSelector(".visit");
}

/** The message at the foot of the page, once it says something of the kind. */
export async function told(page: Page, words: RegExp): Promise<string> {
  // In one step: the message goes away by itself.
  return (await page.locator(".message", { hasText: words }).textContent()) ?? "";
}

/** Middle of an element on the page. */
export async function middle(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`${selector} is not on the page`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
