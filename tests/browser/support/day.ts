/** Steps that several tests of the board take. */
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { expect } from "vitest";
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

/** In a page: what was told of a kind since the last question, else what stands there; "" if nothing of it yet. */
const heard = ({ source, flags }: RegExp): string => `((words) => {
  const told = window.messagesTold;
  const at = told.findIndex((text) => words.test(text));
  if (at >= 0) return told.splice(0, at + 1).at(-1);
  const stands = document.querySelector(".message")?.firstChild?.textContent ?? "";
  return words.test(stands) ? stands : "";
})(new RegExp(${JSON.stringify(source)}, ${JSON.stringify(flags)}))`;

/**
 * What the message at the foot of the page says or has said of the kind, each once and in order: it goes away
 * by itself, on a slow machine before anybody has looked.
 */
export async function told(page: Page, words: RegExp): Promise<string> {
  let found = "";
  await expect
    .poll(async () => (found = await page.evaluate<string>(heard(words))), {
      message: `told ${String(words)}`,
    })
    .not.toBe("");
  return found;
}

/** Another language, also while a dialog keeps the keyboard and the mouse from its choice. */
export async function speak(page: Page, language: string): Promise<void> {
  await page.evaluate(`(() => {
    const choice = document.querySelector("select.language");
    choice.value = "${language}";
    choice.dispatchEvent(new Event("change", { bubbles: true }));
  })()`);
  await page.waitForSelector(`html[lang=${language}]`);
}

/** Middle of an element on the page. */
export async function middle(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`${selector} is not on the page`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
