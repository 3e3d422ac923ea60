/** What optimising shows while it runs. A day of six visits: something is proved of it at once on any machine. */
import { describe, expect, it } from "vitest";
import { hasBrowser } from "./support/chromium.js";
import { told } from "./support/day.js";
import { DATE, phoneProblem } from "./support/phoneSite.js";
import { openPage, post, seriousFindings, startSite } from "./support/site.js";
import { stageWith } from "./support/stage.js";

/** Keeps each value that the dialog shows, by its name: it closes by itself at the end. */
const KEEP_VALUES = `(() => {
  window.shownValues = {};
  new MutationObserver(() => {
    for (const term of document.querySelectorAll("dialog .live dt"))
      (window.shownValues[term.textContent] ??= []).push(term.nextElementSibling.textContent);
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
})()`;

describe.runIf(hasBrowser())("optimising", () => {
  const stage = stageWith(startSite);

  it("tells cost, unserved visits and the proven gap as they come", async () => {
    await post(stage.site, "/problems", phoneProblem());
    const { page, faults } = await openPage(stage.browser, stage.site);
    await page.goto(`${stage.site.url}/board/#/day/${DATE}`);
    await page.locator(".tray-item").first().waitFor();
    await page.getByRole("button", { name: "Optimise" }).click();
    await page.locator("dialog input.short").fill("1");
    await page.evaluate(KEEP_VALUES);
    await page.getByRole("button", { name: "Start" }).click();
    await told(page, /plan is ready/);
    const shown = await page.evaluate<Record<string, string[]>>("window.shownValues");
    expect(shown["Unserved"]?.at(-1)).toMatch(/^\d+$/);
    expect(shown["Cost"]?.at(-1)).toMatch(/^[\d,]+$/);
    expect(shown["At most better by"]?.[0]).toBe("–");
    // On a busy machine a second may be too short to serve all six.
    expect(shown["At most better by"]?.at(-1)).toMatch(/^[\d.]+\s%(besides the unserved)?$/);
    await page.locator(".figures .proven").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});
