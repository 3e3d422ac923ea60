/** Others' changes: told by the event stream, and by looking where no stream opens. */
import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { hasBrowser } from "./support/chromium.js";
import { DEMO_DATE, openDay, plannedDay, told } from "./support/day.js";
import { DEMO_MORNING, openPage, post, startSite } from "./support/site.js";
import { stageWith } from "./support/stage.js";

/** A day that somebody opens and leaves again. */
const LEFT = "2026-11-30";

async function cutStream(page: Page): Promise<void> {
  await page.route("**/events", (route) => route.abort());
}

describe.runIf(hasBrowser())("following others", () => {
  const stage = stageWith(startSite);
  let planId: string;
  beforeAll(async () => {
    planId = await plannedDay(stage.site, 20);
  });

  /** Without the map, whose drawing in software keeps a small machine busy. */
  const open = async () => {
    const watch = await openPage(stage.browser, stage.site);
    await watch.page.addInitScript(`localStorage.setItem("kotikierros.map", "closed")`);
    return watch;
  };

  const takeOff = async (author: string): Promise<void> => {
    const plan = (await (await fetch(`${stage.site.url}/plans/${planId}`)).json()) as {
      routes: { stops: { visitId?: string }[] }[];
    };
    const visitId = plan.routes.flatMap(({ stops }) => stops).find((stop) => stop.visitId)?.visitId;
    await post(stage.site, `/plans/${planId}/edits`, {
      author,
      reason: "test",
      edits: [{ kind: "tray", visitId }],
    });
  };

  it("tells of another's draft from the same version at once, without asking again and again", async () => {
    const { page, faults } = await open();
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/versions")) asked.push(request.url());
    });
    await openDay(page, stage.site, planId);
    // Once with the day, and once as the stream opens: what has happened before it did.
    await expect.poll(() => asked.length).toBe(2);
    await page.waitForTimeout(7000);
    expect(asked.length).toBe(2);
    await takeOff("maija");
    expect(await told(page, /maija changed the same version/)).toContain("nothing is overwritten");
    expect(page.url()).toContain(planId);
    expect(faults).toEqual([]);
  });

  it("shows the day that was asked for last, whichever answer comes first", async () => {
    const { page, faults } = await open();
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const late = page.waitForResponse((one) => one.url().endsWith(`/days/${LEFT}/versions`));
    await page.route(`**/days/${LEFT}/versions`, async (route) => {
      await held;
      await route.fallback();
    });
    const asked = page.waitForRequest((one) => one.url().endsWith(`/days/${LEFT}/versions`));
    await page.goto(`${stage.site.url}/board/#/day/${LEFT}`);
    await asked;
    await openDay(page, stage.site, planId);
    answer();
    await (await late).finished();
    await page.waitForTimeout(300);
    expect(await page.getByLabel("Version").inputValue()).toBe(planId);
    expect(faults).toEqual([]);
  });

  it("looks from time to time where the stream does not open", async () => {
    const { page } = await open();
    await cutStream(page);
    await openDay(page, stage.site, planId);
    await takeOff("pekka");
    await told(page, /pekka changed the same version/);
  });

  it("polls the live day where the stream does not open", async () => {
    await post(stage.site, `/plans/${planId}/publish`, { author: "test", reason: "the day" });
    const { page } = await open();
    await cutStream(page);
    await page.goto(`${stage.site.url}/board/#/live/${DEMO_DATE}`);
    await page.getByText("looks every").first().waitFor();
    const { visits } = (await (await fetch(`${stage.site.url}/days/${DEMO_DATE}/live`)).json()) as {
      visits: { visitId: string; state: string; nurseIds: string[] }[];
    };
    const visit = visits.find(({ state, nurseIds }) => state === "open" && nurseIds.length === 1);
    const event = {
      id: randomUUID(),
      kind: "running-late",
      date: DEMO_DATE,
      nurseId: visit?.nurseIds[0],
      visitId: visit?.visitId,
      at: new Date(DEMO_MORNING).toISOString(),
      minutes: 240,
    };
    await post(stage.site, "/actuals", { events: [event] });
    const late = page.getByRole("table", { name: "Late and missed" });
    await late.locator(`[data-visit="${visit?.visitId ?? ""}"]`).waitFor();
  });
});
