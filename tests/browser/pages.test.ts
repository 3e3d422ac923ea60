/** Figures of a period, policies, the day on paper: in three languages, in light and in dark. */
import { describe, expect, it } from "vitest";
import { hasBrowser } from "./support/chromium.js";
import { DEMO_DATE, openDay, plannedDay } from "./support/day.js";
import { openPage, post, seriousFindings, startSite, type Watch } from "./support/site.js";
import { stageWith } from "./support/stage.js";

describe.runIf(hasBrowser())("pages around the day", () => {
  const stage = stageWith(startSite);

  const clean = async ({ page, faults }: Watch): Promise<void> => {
    expect(await seriousFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
  };

  /** The page's heading in each language; the last one stays. */
  const speaks = async (watch: Watch, headings: Readonly<Record<string, string>>): Promise<void> => {
    for (const [language, heading] of Object.entries(headings)) {
      await watch.page.locator("select.language").selectOption(language);
      await watch.page.getByRole("heading", { level: 1, name: heading }).waitFor();
      await clean(watch);
    }
  };

  it("show figures of a period, with dates as each language writes them", async () => {
    const planId = await plannedDay(stage.site);
    await post(stage.site, `/plans/${planId}/publish`, { author: "test", reason: "the day" });
    const watch = await openPage(stage.browser, stage.site);
    const { page } = watch;
    await page.goto(`${stage.site.url}/board/#/figures/2026-10-01/2026-10-31`);
    await page.getByText("Nothing was published in this time").waitFor();
    await clean(watch);
    await page.getByRole("textbox", { name: "From" }).fill("23/11/2026");
    await page.getByRole("textbox", { name: "Until" }).fill("29.11.2026");
    await page.waitForURL((url) => url.href.endsWith(`#/figures/${DEMO_DATE}/2026-11-29`));
    const table = page.getByRole("table", { name: "By visit type" });
    const visits = await table.locator(".sum td").first().textContent();
    const answer = await fetch(`${stage.site.url}/figures?from=${DEMO_DATE}&to=2026-11-29`);
    const { detail } = (await answer.json()) as { detail: { byType: { visits: number }[] } };
    expect(Number(visits)).toBe(detail.byType.reduce((sum, type) => sum + type.visits, 0));
    await speaks(watch, { fi: "Tunnusluvut", sv: "Nyckeltal", en: "Key figures" });
    await page.locator("select.language").selectOption("fi");
    await expect
      .poll(async () => page.getByRole("textbox", { name: "Alkaen" }).inputValue())
      .toBe("23.11.2026");
  });

  it("show policies side by side, and keep a change as a new version", async () => {
    const watch = await openPage(stage.browser, stage.site);
    const { page } = watch;
    await page.goto(`${stage.site.url}/board/#/policies`);
    await page.getByRole("columnheader", { name: /Balanced/ }).waitFor();
    await speaks(watch, { fi: "Painotukset", sv: "Principer", en: "Policies" });
    await page.getByRole("button", { name: /^Edit Continuity/ }).click();
    await page.locator("dialog input[type=range]").first().waitFor();
    await clean(watch);
    const weight = page.locator("dialog input[type=range]").first();
    await weight.focus();
    await weight.press("End");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("columnheader", { name: /Continuity.*version 1/ }).waitFor();
    await clean(watch);
  });

  it("are read in the dark, and the day on paper names who comes and where", async () => {
    const planId = await plannedDay(stage.site);
    const watch = await openPage(stage.browser, stage.site, { colorScheme: "dark" });
    const { page } = watch;
    await openDay(page, stage.site, planId);
    await page.locator(".visit").nth(8).click();
    await page.waitForSelector(".map canvas");
    await clean(watch);
    for (const name of ["Optimise", "Absence", "Compare", "Publish"]) {
      await page.locator(".toolbar").getByRole("button", { name }).click();
      await page.locator("dialog footer button").first().waitFor();
      if (name === "Absence") await page.locator("dialog select").selectOption({ index: 1 });
      await page.locator("dialog").locator("svg, .barred, table, input").first().waitFor();
      await clean(watch);
      await page.keyboard.press("Escape");
      await page.locator("dialog").waitFor({ state: "detached" });
    }
    for (const address of [`figures/${DEMO_DATE}/${DEMO_DATE}`, "policies", `live/${DEMO_DATE}`, ""]) {
      await page.goto(`${stage.site.url}/board/#/${address}`);
      await page.locator("main table").first().waitFor();
      await clean(watch);
    }
    await page.goto(`${stage.site.url}/board/#/print/${DEMO_DATE}/${planId}`);
    const rounds = page.locator(".print .round");
    await rounds.first().waitFor();
    const plan = (await (await fetch(`${stage.site.url}/plans/${planId}`)).json()) as {
      routes: { stops: { visitId?: string }[] }[];
      unserved: unknown[];
      bought?: unknown[];
    };
    const outside = [plan.bought ?? [], plan.unserved].filter(({ length }) => length > 0);
    expect(await rounds.count()).toBe(plan.routes.length + outside.length);
    for (const [at, list] of outside.entries())
      expect(
        await rounds
          .nth(plan.routes.length + at)
          .locator("tbody tr")
          .count(),
      ).toBe(list.length);
    expect(await rounds.first().locator("tbody tr").count()).toBe(plan.routes[0]?.stops.length);
    await clean(watch);
  });
});
