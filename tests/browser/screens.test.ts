/**
 * Pictures of the main pages at both sizes. `KOTIKIERROS_SCREENS=docs/screens` keeps them; without
 * it the pages are drawn all the same, and must be drawn without errors.
 */
import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasBrowser, launchBrowser } from "./support/chromium.js";
import { openDay, plannedDay } from "./support/day.js";
import { openPage, type Site, startSite } from "./support/site.js";

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];

async function keep(page: Page, name: string): Promise<void> {
  const folder = process.env["KOTIKIERROS_SCREENS"];
  const size = page.viewportSize();
  if (folder === undefined || size === null) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}-${size.width}.png`), animations: "disabled" });
}

describe.runIf(hasBrowser())("pictures of the board", () => {
  let browser: Browser;
  let site: Site;
  let planId = "";
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startSite()]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  it.each(SIZES)("$width x $height", async (viewport) => {
    const { page, faults } = await openPage(browser, site, { viewport });
    await page.goto(`${site.url}/board/`);
    await page.waitForSelector("main h1");
    await keep(page, planId === "" ? "board-first-run" : "board-days");
    planId = planId === "" ? await plannedDay(site, 4000) : planId;
    await openDay(page, site, planId);
    await page.locator(".visit").nth(8).click();
    await page.waitForSelector(".map canvas");
    await page.locator(".inspector button", { hasText: "take it" }).click();
    await page.waitForSelector(".places li");
    await page.waitForTimeout(1500);
    await keep(page, "board-day");
    await page.getByRole("button", { name: "Absence" }).click();
    await page.locator("dialog select").selectOption({ index: 2 });
    await page.locator("dialog .points li").first().waitFor();
    await keep(page, "board-absence");
    expect(faults).toEqual([]);
  });
});
