/** Before optimising: need against supply in words and as a plot, and the policy by name. */
import { describe, expect, it } from "vitest";
import { hasBrowser } from "./support/chromium.js";
import { DEMO_DATE, plannedDay, told } from "./support/day.js";
import { openPage, seriousFindings, startSite } from "./support/site.js";
import { stageWith } from "./support/stage.js";

describe.runIf(hasBrowser())("before optimising", () => {
  const stage = stageWith(startSite);

  it("shows capacity by half hour, and plans by the policy chosen", async () => {
    await plannedDay(stage.site);
    const { page, faults } = await openPage(stage.browser, stage.site);
    await page.goto(`${stage.site.url}/board/#/day/${DEMO_DATE}`);
    await page.getByRole("button", { name: "Optimise" }).click();
    const plot = page.getByRole("img", { name: /Nurses' minutes by half hour/ });
    await plot.waitFor();
    expect(await plot.locator("rect").count()).toBeGreaterThan(10);
    await page.locator("dialog").getByText("Numbers").click();
    expect(await page.locator("dialog tbody tr").count()).toBe(await plot.locator("rect").count());
    await page.locator("dialog").getByText("Numbers").click();
    await page.getByLabel("Plan by").selectOption("continuity-first");
    expect(await seriousFindings(page)).toEqual([]);
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
