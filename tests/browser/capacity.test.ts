/** Before optimising: need against supply in words and as a plot, and the policy by name. */
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasBrowser, launchBrowser } from "./support/chromium.js";
import { DEMO_DATE, plannedDay, told } from "./support/day.js";
import { openPage, seriousFindings, type Site, startSite } from "./support/site.js";

describe.runIf(hasBrowser())("before optimising", () => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startSite()]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  it("shows capacity by half hour, and plans by the policy chosen", async () => {
    await plannedDay(site);
    const { page, faults } = await openPage(browser, site);
    await page.goto(`${site.url}/board/#/day/${DEMO_DATE}`);
    await page.getByRole("button", { name: "Optimise" }).click();
    const plot = page.getByRole("img", { name: /Nurses' minutes by half hour/ });
    await plot.waitFor();
    expect(await plot.locator("rect").count()).toBeGreaterThan(10);
    await page.locator("dialog").getByText("Numbers").click();
    expect(await page.locator("dialog tbody tr").count()).toBe(await plot.locator("rect").count());
    await page.locator("dialog").getByText("Numbers").click();
    await page.getByLabel("Plan by").selectOption("continuity-first");
    expect(await seriousFindings(page)).toEqual([]);
    const folder = process.env["KOTIKIERROS_SCREENS"];
    if (folder !== undefined) await page.screenshot({ path: path.join(folder, "board-capacity-1366.png") });
    await page.locator("dialog input.short").fill("1");
    const [asked] = await Promise.all([
      page.waitForRequest((request) => request.url().endsWith("/jobs") && request.method() === "POST"),
      page.getByRole("button", { name: "Start" }).click(),
    ]);
    expect(asked.postDataJSON()).toMatchObject({ policy: "continuity-first" });
    await told(page, /plan is ready/);
    expect(faults).toEqual([]);
  });
});
