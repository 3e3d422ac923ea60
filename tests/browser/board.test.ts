/** The coordinator's morning: import, optimise, move by mouse and by keyboard, absence, publish. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { hasBrowser } from "./support/chromium.js";
import { DEMO_DATE, DEMO_FILE, middle, openDay, plannedDay, told } from "./support/day.js";
import { openPage, seriousFindings, type Site, startSite, type Watch } from "./support/site.js";
import { stageWith } from "./support/stage.js";

/** Which shift a visit stands on, as the server has it. */
async function shiftOf(site: Site, planId: string, visitId: string): Promise<string | undefined> {
  const plan = (await (await fetch(`${site.url}/plans/${planId}`)).json()) as {
    routes: { shiftId: string; stops: { visitId?: string }[] }[];
  };
  return plan.routes.find(({ stops }) => stops.some((stop) => stop.visitId === visitId))?.shiftId;
}

const planOf = (page: Page): string => page.url().split("/").at(-1) ?? "";

/** In the browser: rows from the top down, as `shift:ID`. */
const ROWS_BY_HEIGHT = `[...document.querySelectorAll(".row")]
  .sort((a, b) => a.offsetTop - b.offsetTop)
  .map((row) => row.dataset.drop)`;

/** Undo and redo with only the drawing of the page between them, before the browser shows it. */
const UNDO_AND_REDO_AT_ONCE = `(async () => {
  const press = (key) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey: true, bubbles: true }));
  press("z");
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  press("y");
})()`;

interface Carried {
  readonly visitId: string;
  readonly from: string;
  /** Another shift that can take it. */
  readonly to: string;
}

/** A visit of one nurse that somebody else could take too, as the API tells. */
async function movable(site: Site, planId: string): Promise<Carried> {
  const plan = (await (await fetch(`${site.url}/plans/${planId}`)).json()) as {
    routes: { shiftId: string; stops: { visitId?: string }[] }[];
  };
  for (const { shiftId, stops } of plan.routes) {
    for (const { visitId } of stops) {
      if (visitId === undefined) continue;
      const answer = await fetch(`${site.url}/plans/${planId}/places`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ visit: visitId, limit: 100 }),
      });
      if (!answer.ok) continue;
      const { places } = (await answer.json()) as { places: { shiftId: string }[] };
      const other = places.find((place) => place.shiftId !== shiftId);
      if (other !== undefined) return { visitId, from: shiftId, to: other.shiftId };
    }
  }
  throw new Error("no visit of the plan fits anywhere else");
}

describe.runIf(hasBrowser())("the board", () => {
  const stage = stageWith(startSite);

  const clean = async ({ page, faults }: Watch): Promise<void> => {
    expect(faults).toEqual([]);
    expect(await seriousFindings(page)).toEqual([]);
  };

  it("takes a coordinator from a first run to a published day", async () => {
    const watch = await openPage(stage.browser, stage.site);
    const { page } = watch;
    await page.goto(stage.site.url);
    await page.locator("input[type=file]").setInputFiles(DEMO_FILE);
    await page.waitForSelector(".tray-item");
    await clean(watch);
    await page.getByRole("button", { name: "Optimise" }).click();
    await page.locator("dialog input.short").fill("600");
    await clean(watch);
    await page.getByRole("button", { name: "Start" }).click();
    await page
      .locator("dialog")
      .getByRole("img", { name: /Cost of the best plan over time/ })
      .waitFor();
    await clean(watch);
    const cost = async (): Promise<number> =>
      Number((await page.locator("dialog .live dd").first().textContent())?.replaceAll(",", ""));
    await expect.poll(cost).toBeGreaterThan(0);
    const best = await cost();
    await page.getByRole("button", { name: "Stop and keep the best" }).click();
    await told(page, /plan is ready/);
    // What stood there when it was stopped, or better: the search ends its step.
    const kept = (await (await fetch(`${stage.site.url}/plans/${planOf(page)}/day`)).json()) as {
      version: { cost: number };
    };
    expect(kept.version.cost).toBeLessThan(best + 1);
    await page.locator(".visit").nth(50).waitFor();
    await clean(watch);

    await page.getByRole("button", { name: "Publish" }).click();
    await page.locator("dialog").getByText("Nothing is published").waitFor();
    await clean(watch);
    await page.locator("dialog").getByRole("button", { name: "Publish" }).click();
    await told(page, /Published/);
    const published = await fetch(`${stage.site.url}/days/${DEMO_DATE}/published`);
    expect(((await published.json()) as { planId: string }).planId).toBe(planOf(page));
    await page.getByRole("button", { name: "Publish" }).click();
    await page.locator("dialog").getByText("Exactly what is published already").waitFor();
    await page.keyboard.press("Escape");
    await page.goto(`${stage.site.url}/board/#/`);
    await page
      .getByRole("link", { name: /Monday/ })
      .first()
      .waitFor();
    await clean(watch);
  });

  it("moves a visit by the mouse, says whether each row fits, and undoes", async () => {
    const planId = await plannedDay(stage.site);
    const watch = await openPage(stage.browser, stage.site);
    const { page } = watch;
    await openDay(page, stage.site, planId);
    const { visitId, from, to } = await movable(stage.site, planId);
    // Once it stands still: the map comes after the time line and takes its room.
    await page.locator(`[data-visit="${visitId}"]`).hover();
    const start = await middle(page, `[data-visit="${visitId}"]`);
    await page.mouse.down();
    await page.mouse.move(start.x + 10, start.y + 10, { steps: 3 });
    await page.waitForSelector(".fit.yes, .fit.no");
    const row = page.locator(`.row[data-drop="shift:${to}"]`);
    expect(await row.locator(".fit").textContent()).toMatch(/✓ [+−]?[\d,]+ p$/);
    // Where it does not fit one short reason stands.
    await page.locator(".fit.no").first().waitFor();
    const reasons = await page.locator(".fit.no").allTextContents();
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons)
      expect(reason).toMatch(/^✕ (lacks .+|the client declines|not at work then|no (room|time|way) .+)$/);
    const track = await row.locator(".track").boundingBox();
    await page.mouse.move(start.x, (track?.y ?? 0) + 20, { steps: 4 });
    await page.waitForSelector(".row.target .insertion");
    await page.mouse.up();
    expect(await told(page, /moved to/)).toContain("points");
    expect(await shiftOf(stage.site, planOf(page), visitId)).toBe(to);

    await page.keyboard.press("Control+z");
    await told(page, /Undone/);
    expect(planOf(page)).toBe(planId);
    expect(await shiftOf(stage.site, planId, visitId)).toBe(from);
    await page.keyboard.press("Control+y");
    await told(page, /again/);
    // Undo and redo between two pictures: what was drawn last is open, and the way back stays.
    const edited = planOf(page);
    await page.evaluate(UNDO_AND_REDO_AT_ONCE);
    await told(page, /again/);
    // Whoever opened the older one after all would do so now.
    await page.waitForTimeout(1_000);
    expect(planOf(page)).toBe(edited);
    await page.keyboard.press("Control+z");
    await told(page, /Undone/);
    expect(planOf(page)).toBe(planId);
    await clean(watch);
  });

  it("moves, pins and takes off a visit by the keyboard alone", async () => {
    const planId = await plannedDay(stage.site);
    const watch = await openPage(stage.browser, stage.site);
    const { page } = watch;
    await openDay(page, stage.site, planId);
    const { visitId, from, to } = await movable(stage.site, planId);
    await page.locator(`[data-visit="${visitId}"]`).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowLeft");
    await expect.poll(async () => page.evaluate("document.activeElement.dataset.visit")).toBe(visitId);
    await page.keyboard.press("m");
    await told(page, /Moving/);
    await page.waitForSelector(".fit.yes, .fit.no");
    const rows = await page.evaluate<string[]>(ROWS_BY_HEIGHT);
    const steps = rows.indexOf(`shift:${to}`) - rows.indexOf(`shift:${from}`);
    for (let step = 0; step < Math.abs(steps); step += 1)
      await page.keyboard.press(steps > 0 ? "ArrowDown" : "ArrowUp");
    await page.waitForSelector(`.row.target[data-drop="shift:${to}"]`);
    expect(await told(page, /fits at/)).toMatch(/fits at [\d:]+, [+−]?[\d,]+ points/);
    await page.keyboard.press("Enter");
    expect(await told(page, /moved to/)).toMatch(/Cost [+−]?[\d,]+ points/);
    expect(await shiftOf(stage.site, planOf(page), visitId)).toBe(to);

    await page.locator(`[data-visit="${visitId}"]`).press("p");
    await told(page, /pinned/);
    await page.locator(`[data-visit="${visitId}"]`).press("p");
    await told(page, /unpinned/);
    await page.locator(`[data-visit="${visitId}"]`).press("t");
    await told(page, /taken off/);
    await page
      .locator(".tray-item", { hasText: visitId.split("-")[0] ?? "" })
      .first()
      .waitFor();
    await clean(watch);
  });

  it("re-plans for an absence within a budget and tells whom it concerns", async () => {
    const planId = await plannedDay(stage.site);
    const watch = await openPage(stage.browser, stage.site);
    const { page } = watch;
    await openDay(page, stage.site, planId);
    await page.getByRole("button", { name: "Absence" }).click();
    await page.locator("dialog select").selectOption({ index: 3 });
    await page.locator("dialog .points li").first().waitFor();
    await page.locator("dialog .affected .barred").first().click();
    await page
      .locator("dialog .barred[open] dt")
      .filter({ hasText: /lacks|not at work|no room|no time|declines/ })
      .first()
      .waitFor();
    await clean(watch);
    await page.getByRole("button", { name: "Re-plan" }).click();
    await page.locator("dialog table tbody tr").first().waitFor();
    await clean(watch);
    await page.getByRole("button", { name: "Open the draft" }).click();
    await told(page, /plan is ready/);
    await page.getByRole("button", { name: "Compare" }).click();
    await page.locator("dialog table").first().waitFor();
    await clean(watch);
    await page.keyboard.press("Escape");
    // An earlier test has published the day: whoever is concerned by this draft is named.
    await page.getByRole("button", { name: "Publish" }).click();
    await page.locator("dialog").getByRole("heading", { name: "Clients to tell" }).waitFor();
    expect(await page.locator("dialog tbody tr").count()).toBeGreaterThan(0);
    await clean(watch);
  });

  it("lets two coordinators see each other's work, and tells a conflict instead of overwriting", async () => {
    const planId = await plannedDay(stage.site);
    const [one, two] = await Promise.all([
      openPage(stage.browser, stage.site),
      openPage(stage.browser, stage.site),
    ]);
    await openDay(one.page, stage.site, planId);
    await openDay(two.page, stage.site, planId);
    const { visitId } = await movable(stage.site, planId);
    await one.page.locator(`[data-visit="${visitId}"]`).press("t");
    await told(one.page, /taken off/);
    await told(two.page, /changed the same version/);

    const publish = async (page: Page): Promise<void> => {
      await page.getByRole("button", { name: "Publish" }).click();
      await page.locator("dialog").getByRole("button", { name: "Publish" }).click();
    };
    await two.page.locator(`[data-visit="${visitId}"]`).press("p");
    await told(two.page, /pinned/);
    // Whoever published earlier tests' days is replaced by name.
    const settle = async (page: Page): Promise<void> => {
      const anyway = page.getByRole("button", { name: "Publish mine in its place" });
      await Promise.race([anyway.waitFor(), page.locator(".message", { hasText: "Published" }).waitFor()]);
      if (await anyway.isVisible()) await anyway.click();
      await told(page, /Published/);
    };
    await publish(one.page);
    await settle(one.page);
    await publish(two.page);
    const conflict = two.page.locator("dialog [role=alert]");
    await conflict.waitFor();
    expect(await conflict.textContent()).toMatch(
      /^Somebody else has published meanwhile: \d+ visits differ from yours\./,
    );
    await clean(two);
    await two.page.getByRole("button", { name: "Show the published one" }).click();
    await two.page.waitForURL((url) => url.href.endsWith(planOf(one.page)));
  });

  it("speaks Finnish, Swedish and English", async () => {
    const planId = await plannedDay(stage.site);
    const watch = await openPage(stage.browser, stage.site);
    const { page } = watch;
    await openDay(page, stage.site, planId);
    for (const [language, publish] of [
      ["fi", "Julkaise"],
      ["sv", "Publicera"],
      ["en", "Publish"],
    ] as const) {
      await page.locator("select.language").selectOption(language);
      await page.getByRole("button", { name: publish }).waitFor();
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      await clean(watch);
    }
  });
});
