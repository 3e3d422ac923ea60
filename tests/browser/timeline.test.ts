/** The time line: the present moment, and the way to the tray and back by the keyboard alone. */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { hasBrowser } from "./support/chromium.js";
import { DEMO_DATE, openDay, plannedDay, told } from "./support/day.js";
import { openPage, seriousFindings, startSite } from "./support/site.js";
import { stageWith } from "./support/stage.js";

const HOUR = 3_600_000;
/** The demo day has fewer rounds. */
const MORE_THAN_ROWS = 30;

const leftOf = async (page: Page, selector: string): Promise<number> =>
  page.locator(selector).evaluate((element) => element.getBoundingClientRect().left);

describe.runIf(hasBrowser())("the time line", () => {
  const stage = stageWith(() => startSite({ presentTime: true }));
  let planId: string;
  beforeAll(async () => {
    planId = await plannedDay(stage.site);
  });

  it("shows the present moment on today's day only, and moves it on", async () => {
    const { page, faults } = await openPage(stage.browser, stage.site);
    await page.clock.install({ time: Date.parse(`${DEMO_DATE}T10:00:00+02:00`) });
    await openDay(page, stage.site, planId);
    const hour = async (time: string) => leftOf(page, `.axis .hour:text-is("${time}")`);
    await page.locator(".lines .now").getByText("now").waitFor();
    const wide = (await hour("11:00")) - (await hour("10:00"));
    // Some seconds go by while the page opens.
    const minutes = async (): Promise<number> =>
      ((await leftOf(page, ".lines .now")) - (await hour("10:00"))) / (wide / 60);
    expect(await minutes()).toBeGreaterThanOrEqual(-1);
    expect(await minutes()).toBeLessThan(20);
    await page.clock.fastForward(2 * HOUR);
    await expect.poll(minutes).toBeGreaterThan(119);
    await page.clock.fastForward(24 * HOUR);
    await page.locator(".lines .now").waitFor({ state: "detached" });
    expect(faults).toEqual([]);
  });

  it("takes a visit to the tray and back from it without a mouse", async () => {
    const { page, faults } = await openPage(stage.browser, stage.site);
    await openDay(page, stage.site, planId);
    const visit = page.locator(".row .visit").first();
    const visitId = (await visit.getAttribute("data-visit")) ?? "";
    const name = (await visit.getAttribute("aria-label"))?.split(",")[0] ?? "";
    await visit.focus();
    await page.keyboard.press("m");
    await told(page, /Moving/);
    // Below the last row stands the tray; further down there is nothing.
    for (let step = 0; step < MORE_THAN_ROWS; step += 1) await page.keyboard.press("ArrowDown");
    await told(page, /^Unserved/);
    await page.keyboard.press("Enter");
    await told(page, /taken off/);
    expect(await page.locator(`.row [data-visit="${visitId}"]`).count()).toBe(0);

    const [, client = ""] = name.split(" ");
    const item = page.locator(".tray-item", { hasText: client }).first();
    await item.focus();
    await page.keyboard.press("m");
    await told(page, /Moving/);
    await page.locator(".row .fit.yes").first().waitFor();
    const at = await page
      .locator(".row")
      .evaluateAll((all) => all.findIndex((row) => row.querySelector(".fit.yes") !== null));
    const target = await page.locator(".row").nth(at).getAttribute("data-drop");
    for (let step = 0; step < at; step += 1) await page.keyboard.press("ArrowDown");
    await page.waitForSelector(`.row.target[data-drop="${target}"]`);
    await page.keyboard.press("Enter");
    await told(page, /moved to/);
    await page.locator(`.row[data-drop="${target}"] [data-visit="${visitId}"]`).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});
