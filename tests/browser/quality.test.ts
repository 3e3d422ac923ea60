/** Continuity and equity: an empty state that helps, then plots and tables of the published day. */
import { describe, expect, it } from "vitest";
import { hasBrowser } from "./support/chromium.js";
import { DEMO_DATE, plannedDay } from "./support/day.js";
import { openPage, seriousFindings, startSite } from "./support/site.js";
import { stageWith } from "./support/stage.js";

describe.runIf(hasBrowser())("quality", () => {
  const stage = stageWith(startSite);

  it("shows how many nurses clients met, and who was worse off", async () => {
    const planId = await plannedDay(stage.site);
    const { page, faults } = await openPage(stage.browser, stage.site);
    await page.goto(`${stage.site.url}/board/#/quality/${DEMO_DATE}`);
    await page.getByText("No published visits").first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);

    const published = await fetch(`${stage.site.url}/plans/${planId}/publish`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ author: "test", reason: "the day" }),
    });
    expect(published.status).toBe(200);
    // Without a date the youngest published day is chosen.
    await page.goto(`${stage.site.url}/board/#/quality`);
    await page.getByRole("img", { name: /Clients by number of nurses in 14 days/ }).waitFor();
    await page.waitForURL((url) => url.href.includes(`#/quality/${DEMO_DATE}`));
    const answer = await fetch(`${stage.site.url}/continuity?date=${DEMO_DATE}`);
    const { clients } = (await answer.json()) as { clients: { short: { nurses: number } }[] };
    const most = Math.max(...clients.map(({ short }) => short.nurses));
    const first = page.getByRole("table", { name: "Continuity" }).locator("tbody tr").first();
    expect(await first.locator("td").nth(1).textContent()).toBe(String(most));
    await page.getByRole("heading", { name: "Equity" }).waitFor();
    const shown = page.getByRole("table", { name: "Continuity" }).locator("tbody tr");
    await expect.poll(() => shown.count()).toBe(15);
    await page.getByRole("button", { name: "Show" }).first().click();
    await expect.poll(() => shown.count()).toBe(clients.length);
    expect(await seriousFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});
