/**
 * Pictures of the main pages at both sizes, of the demo office. `KOTIKIERROS_SCREENS=docs/screens` keeps
 * them; without it the pages are drawn all the same, and must be drawn without errors.
 */
import { setTimeout } from "node:timers/promises";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import type { DayHead } from "../../src/contracts/index.js";
import { addDays } from "../../src/domain/dates.js";
import { hasBrowser } from "./support/chromium.js";
import { planned, told } from "./support/day.js";
import { openPage, post, type Site, startSite } from "./support/site.js";
import { keepPicture } from "./support/pictures.js";
import { stageWith } from "./support/stage.js";

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];
/** A plan worth looking at, where somebody will. */
const WORK =
  process.env["KOTIKIERROS_SCREENS"] === undefined ? { iterations: 60 } : { iterations: 4000, bound: 20 };

/** Milliseconds: a week is planned meanwhile. */
const DEADLINE = 900_000;

interface Office {
  readonly today: string;
  readonly tomorrow: string;
  /** Tomorrow's youngest plan, published. */
  readonly planId: string;
}

async function loadOffice(site: Site): Promise<Office> {
  const { date: today } = await post<{ date: string }>(site, "/demo", { plan: true });
  const tomorrow = addDays(today, 1);
  const ask = async <T>(path: string): Promise<T> => (await (await fetch(`${site.url}${path}`)).json()) as T;
  // The server plans the days around today while it answers others.
  const held = async (): Promise<string | null> =>
    (await ask<{ days: DayHead[] }>(`/days?from=${tomorrow}&to=${tomorrow}`)).days[0]?.publishedPlanId ??
    null;
  let replaces = await held();
  for (; replaces === null; replaces = await held()) await setTimeout(500);
  const { problems } = await ask<{ problems: { id: string }[] }>(`/days/${tomorrow}/problems`);
  const planId = await planned(site, problems.at(-1)?.id ?? "", WORK);
  await post(site, `/plans/${planId}/publish`, { author: "coordinator", reason: "the day", replaces });
  return { today, tomorrow, planId };
}

describe.runIf(hasBrowser())("pictures of the board", () => {
  const stage = stageWith(() => startSite({ presentTime: true }));
  let office: Office;

  const goTo = async (page: Page, address: string): Promise<void> => {
    await page.goto(`${stage.site.url}/board/#/${address}`);
  };
  /** A visit of the first nurse chosen, the map drawn. */
  const chooseVisit = async (page: Page): Promise<void> => {
    await page.locator(".visit").nth(4).click();
    await page.waitForSelector(".map .canvas[data-ready]");
  };

  beforeAll(async () => {
    const { page } = await openPage(stage.browser, stage.site);
    await goTo(page, "");
    await page.waitForSelector("main h1");
    await keepPicture(page, "board-first-run");
    await page.context().close();
    office = await loadOffice(stage.site);
  }, DEADLINE);

  it.each(SIZES)(
    "$width x $height",
    async (viewport) => {
      const { page, faults } = await openPage(stage.browser, stage.site, { viewport });
      const { today, tomorrow, planId } = office;
      await goTo(page, "");
      await page.locator("table.days tbody tr").first().waitFor();
      await keepPicture(page, "board-days");
      await page.getByRole("button", { name: "Make a day…" }).click();
      await page.locator("dialog .choices .check").first().waitFor();
      await keepPicture(page, "board-generate");
      await page.keyboard.press("Escape");
      await goTo(page, `day/${tomorrow}/${planId}`);
      await chooseVisit(page);
      await page.locator(".inspector button", { hasText: "take it" }).click();
      await page.waitForSelector(".places li");
      await keepPicture(page, "board-day");
      await page.getByRole("button", { name: "Optimise" }).click();
      await page.getByRole("img", { name: /Nurses' minutes by half hour/ }).waitFor();
      await keepPicture(page, "board-capacity");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Absence" }).click();
      await page.locator("dialog select").selectOption({ index: 2 });
      await page.locator("dialog .points li").first().waitFor();
      await page.locator("dialog .muted[role=status]").waitFor({ state: "detached" });
      await keepPicture(page, "board-absence");
      await page.getByRole("button", { name: "Re-plan" }).click();
      await page.locator("dialog table tbody tr").first().waitFor();
      await page.getByRole("button", { name: "Open the draft" }).click();
      await told(page, /plan is ready/);
      await page.locator(".message button").click();
      await page.getByRole("button", { name: "Compare" }).click();
      await page.locator("dialog").getByLabel("and with").selectOption({ index: 1 });
      await page.locator("dialog table.comparison thead th").nth(3).waitFor();
      await page.locator("dialog td", { hasText: "…" }).first().waitFor({ state: "detached" });
      await keepPicture(page, "board-compare");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Publish" }).click();
      await page.locator("dialog").getByRole("heading", { name: "Clients to tell" }).waitFor();
      await keepPicture(page, "board-publish");
      await page.keyboard.press("Escape");
      await page.getByRole("link", { name: "Print" }).click();
      await page.locator(".print .round").first().waitFor();
      await keepPicture(page, "board-print");
      await goTo(page, `live/${today}`);
      await page.locator("main table").first().waitFor();
      await keepPicture(page, "board-live");
      await goTo(page, `quality/${today}`);
      await page.getByRole("img", { name: /Clients by number of nurses/ }).waitFor();
      await keepPicture(page, "board-quality");
      await goTo(page, "policies");
      await page.locator("table.policies td").first().waitFor();
      await keepPicture(page, "board-policies");
      await goTo(page, `figures/${addDays(today, -7)}/${today}`);
      await page.locator(".headlines").first().waitFor();
      await keepPicture(page, "board-figures");
      await goTo(page, "data/requirements");
      await page.locator(".records tbody tr").nth(10).waitFor();
      await keepPicture(page, "board-data");
      expect(faults).toEqual([]);
    },
    DEADLINE,
  );

  it("in the dark", async () => {
    const { page, faults } = await openPage(stage.browser, stage.site, { colorScheme: "dark" });
    await goTo(page, `day/${office.tomorrow}/${office.planId}`);
    await page.waitForSelector(".visit");
    await chooseVisit(page);
    await keepPicture(page, "board-dark");
    expect(faults).toEqual([]);
  });
});
