/**
 * Pictures of the main pages at both sizes. `KOTIKIERROS_SCREENS=docs/screens` keeps them; without
 * it the pages are drawn all the same, and must be drawn without errors.
 */
import { describe, expect, it } from "vitest";
import { hasBrowser } from "./support/chromium.js";
import { openDay, plannedDay } from "./support/day.js";
import { openPage, post, startSite } from "./support/site.js";
import { keepPicture } from "./support/pictures.js";
import { stageWith } from "./support/stage.js";

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];

describe.runIf(hasBrowser())("pictures of the board", () => {
  const stage = stageWith(startSite);
  let planId = "";

  it.each(SIZES)("$width x $height", async (viewport) => {
    const { page, faults } = await openPage(stage.browser, stage.site, { viewport });
    await page.goto(`${stage.site.url}/board/`);
    await page.waitForSelector("main h1");
    await keepPicture(page, planId === "" ? "board-first-run" : "board-days");
    if (planId === "") {
      planId = await plannedDay(stage.site, 4000);
      await post(stage.site, `/plans/${planId}/publish`, { author: "coordinator", reason: "the day" });
    }
    await openDay(page, stage.site, planId);
    await page.locator(".visit").nth(8).click();
    await page.waitForSelector(".map canvas");
    await page.locator(".inspector button", { hasText: "take it" }).click();
    await page.waitForSelector(".places li");
    await page.waitForTimeout(1500);
    await keepPicture(page, "board-day");
    await page.getByRole("button", { name: "Absence" }).click();
    await page.locator("dialog select").selectOption({ index: 2 });
    await page.locator("dialog .points li").first().waitFor();
    await keepPicture(page, "board-absence");
    await page.goto(`${stage.site.url}/board/#/policies`);
    await page.locator("table.policies td").first().waitFor();
    await keepPicture(page, "board-policies");
    await page.goto(`${stage.site.url}/board/#/figures/2026-11-01/2026-11-30`);
    await page.locator(".headlines").first().waitFor();
    await keepPicture(page, "board-figures");
    expect(faults).toEqual([]);
  });
});
