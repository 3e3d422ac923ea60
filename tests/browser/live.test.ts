/** The running day: late and missed first, and what a phone reports is on the page at once. */
import { randomUUID } from "node:crypto";
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasBrowser, launchBrowser } from "./support/chromium.js";
import { DEMO_DATE, plannedDay } from "./support/day.js";
import { openPage, seriousFindings, type Site, startSite } from "./support/site.js";

interface Live {
  readonly visits: readonly {
    readonly visitId: string;
    readonly state: string;
    readonly nurseIds: readonly string[];
    readonly planned: { readonly from: string } | null;
  }[];
}

async function post(site: Site, path_: string, body: object): Promise<void> {
  const answer = await fetch(`${site.url}${path_}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path_}: ${answer.status} ${await answer.text()}`);
}

describe.runIf(hasBrowser())("the live day", () => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startSite()]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  it("tells that nothing is published, then follows the day as phones report it", async () => {
    const planId = await plannedDay(site);
    const { page, faults } = await openPage(browser, site);
    await page.goto(`${site.url}/board/#/live/${DEMO_DATE}`);
    await page.getByText("Nothing is published").waitFor();
    expect(await seriousFindings(page)).toEqual([]);

    await post(site, `/plans/${planId}/publish`, { author: "test", reason: "the day" });
    // The publication is told on the stream; nobody reloads the page.
    await page.getByText("No visit is late or missed.").waitFor();
    await page.getByText("follows at once").waitFor();
    const { visits } = (await (await fetch(`${site.url}/days/${DEMO_DATE}/live`)).json()) as Live;
    const visit = visits.find(({ state, nurseIds }) => state === "open" && nurseIds.length === 1);
    const nurseId = visit?.nurseIds[0] ?? "";
    const visitId = visit?.visitId ?? "";
    expect(visitId).not.toBe("");
    const events = [
      {
        id: randomUUID(),
        kind: "running-late",
        nurseId,
        visitId,
        at: new Date().toISOString(),
        minutes: 240,
      },
    ];
    await post(site, "/actuals", { events: events.map((event) => ({ ...event, date: DEMO_DATE })) });
    const late = page.getByRole("table", { name: "Late and missed" }).locator(`[data-visit="${visitId}"]`);
    await late.waitFor({ timeout: 10_000 });
    expect(await late.locator(".state").textContent()).toMatch(/^! late$/);
    expect(await seriousFindings(page)).toEqual([]);
    const folder = process.env["KOTIKIERROS_SCREENS"];
    if (folder !== undefined) await page.screenshot({ path: path.join(folder, "board-live-1366.png") });
    await page.locator("select.language").selectOption("fi");
    await page.getByRole("heading", { name: "Myöhässä ja väliin jääneet" }).waitFor();
    expect(faults).toEqual([]);
  });
});
