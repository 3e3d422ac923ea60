/** The running day: late and missed first, and what a phone reports is on the page at once. */
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { hasBrowser } from "./support/chromium.js";
import { DEMO_DATE, plannedDay } from "./support/day.js";
import { DEMO_MORNING, openPage, post, seriousFindings, startSite } from "./support/site.js";
import { stageWith } from "./support/stage.js";

interface Live {
  readonly visits: readonly {
    readonly visitId: string;
    readonly state: string;
    readonly nurseIds: readonly string[];
    readonly planned: { readonly from: string } | null;
  }[];
}

describe.runIf(hasBrowser())("the live day", () => {
  const stage = stageWith(startSite);

  it("tells that nothing is published, then follows the day as phones report it", async () => {
    const planId = await plannedDay(stage.site);
    const { page, faults } = await openPage(stage.browser, stage.site);
    await page.goto(`${stage.site.url}/board/#/live/${DEMO_DATE}`);
    await page.getByText("Nothing is published").waitFor();
    expect(await seriousFindings(page)).toEqual([]);

    await post(stage.site, `/plans/${planId}/publish`, { author: "test", reason: "the day" });
    // The publication is told on the stream; nobody reloads the page.
    await page.getByText("No visit is late or missed.").waitFor();
    await page.getByText("follows at once").waitFor();
    const { visits } = (await (await fetch(`${stage.site.url}/days/${DEMO_DATE}/live`)).json()) as Live;
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
        at: new Date(DEMO_MORNING).toISOString(),
        minutes: 240,
      },
    ];
    await post(stage.site, "/actuals", { events: events.map((event) => ({ ...event, date: DEMO_DATE })) });
    const late = page.getByRole("table", { name: "Late and missed" }).locator(`[data-visit="${visitId}"]`);
    await late.waitFor();
    expect(await late.locator(".state").textContent()).toMatch(/^! late$/);
    expect(await seriousFindings(page)).toEqual([]);
    await page.locator("select.language").selectOption("fi");
    await page.getByRole("heading", { name: "Myöhässä ja väliin jääneet" }).waitFor();
    expect(faults).toEqual([]);
  });
});
