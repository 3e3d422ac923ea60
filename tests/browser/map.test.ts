/** The map: streets from our own server, rounds by road, the same choice on map, list and time line. */
import { describe, expect, it } from "vitest";
import { hasBrowser } from "./support/chromium.js";
import { openDay, plannedDay, told } from "./support/day.js";
import { openPage, seriousFindings, startSite } from "./support/site.js";
import { stageWith } from "./support/stage.js";

describe.runIf(hasBrowser())("the map", () => {
  const stage = stageWith(startSite);

  it("draws streets of our own, and ties its list to the time line both ways", async () => {
    const planId = await plannedDay(stage.site, 20);
    const { page, faults } = await openPage(stage.browser, stage.site);
    const parts: number[] = [];
    const missing: string[] = [];
    page.on("response", (answer) => {
      if (answer.url().includes(".pmtiles")) parts.push(answer.status());
      if (answer.status() === 404) missing.push(answer.url());
    });
    await openDay(page, stage.site, planId);
    await page.waitForSelector(".map .canvas[data-ready]");
    await page.getByText("OpenStreetMap").waitFor();
    expect(await page.getByText("No street map here").count()).toBe(0);
    expect(await page.getByText("Dashed: straight lines").count()).toBe(0);
    await expect.poll(() => parts.length).toBeGreaterThan(1);
    expect(new Set(parts)).toEqual(new Set([206]));

    await page.getByRole("combobox", { name: "Round" }).selectOption({ index: 2 });
    await page.waitForSelector(".row.holds");
    await page.getByRole("button", { name: "List" }).focus();
    await page.keyboard.press("Enter");
    const stop = page.locator(".round-list .stop").nth(2);
    await stop.focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector(".visit.selected");
    // The keyboard stays in the list.
    expect(await page.evaluate("document.activeElement.classList.contains('stop')")).toBe(true);
    await page.locator(".row").nth(0).locator(".visit").first().click();
    await page.waitForSelector(".round-list .stop.selected");
    expect(await page.locator(".stop.selected").getAttribute("aria-pressed")).toBe("true");
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Larger map" }).click();
    await page.waitForSelector(".work.map-wide .map .canvas[data-ready]");
    expect(await seriousFindings(page)).toEqual([]);
    expect(missing.filter((url) => !url.endsWith("/me"))).toEqual([]);
    expect(faults).toEqual([]);
  });

  it("says on each row whether one of a crew fits while a crew visit is carried", async () => {
    const planId = await plannedDay(stage.site, 20);
    const { page, faults } = await openPage(stage.browser, stage.site);
    await openDay(page, stage.site, planId);
    const crew = page.locator(".visit:has(.mark[data-mark='×2'])").first();
    await crew.focus();
    await page.keyboard.press("m");
    await page.waitForSelector(".fit.yes");
    expect(await page.locator(".fit.no").count()).toBeGreaterThan(0);
    await page.keyboard.press("Escape");
    // Off every round it still fits somewhere: for the first nurse of the crew.
    await crew.focus();
    await page.keyboard.press("t");
    await told(page, /taken off/);
    const waiting = page.locator(".tray-item", { hasText: "×2" }).first();
    await waiting.click();
    await page.getByRole("button", { name: "Who could take it?" }).click();
    await page.locator(".places li").first().waitFor();
    await waiting.focus();
    await page.keyboard.press("m");
    await page.waitForSelector(".fit.yes");
    await page.keyboard.press("Escape");
    expect(faults).toEqual([]);
  });
});
