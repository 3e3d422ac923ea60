/** Versions of a day side by side. */
import { describe, expect, it } from "vitest";
import type { DifferenceView } from "../../src/contracts/index.js";
import { hasBrowser } from "./support/chromium.js";
import { openDay, planned, speak } from "./support/day.js";
import { openPage, post, seriousFindings, startSite } from "./support/site.js";
import { stageWith } from "./support/stage.js";

const numberIn = (text: string): number => Number(/[\d,]+/.exec(text)?.[0].replaceAll(",", ""));

/** When and by whom, to the minute, as the table says it. */
const shown = (stand: DifferenceView["visits"][number]["from"]): string =>
  stand?.start == null ? "" : `${stand.start.slice(0, 16)} ${stand.nurseIds.join()}`;

describe.runIf(hasBrowser())("comparing versions", () => {
  const stage = stageWith(startSite);

  it("shows four at once without scrolling sideways, and what moved between any two of them", async () => {
    const problem = await post<{ id: string }>(stage.site, "/demo/day", {});
    const made: string[] = [];
    for (const iterations of [5, 20, 60, 120])
      made.push(await planned(stage.site, problem.id, { iterations }));
    const [first = "", second = "", third = "", open = ""] = made;
    const { page, faults } = await openPage(stage.browser, stage.site);
    await openDay(page, stage.site, open);
    await page.getByRole("button", { name: "Compare" }).click();
    const dialog = page.locator("dialog");
    const figures = dialog.getByRole("table", { name: "Compare versions" });
    const moved = dialog.locator("section", { hasText: "Visits that differ" });
    await dialog.getByLabel("Compare with").selectOption(first);
    // With two versions there is nothing to choose between.
    await expect.poll(async () => figures.locator("thead th").count()).toBe(3);
    expect(await moved.locator("select").count()).toBe(0);
    await dialog.getByLabel("and with").selectOption(second);
    await dialog.getByLabel("and with").nth(1).selectOption(third);
    const cost = figures.locator("tr.sum td");
    await expect.poll(async () => cost.allTextContents()).toHaveLength(4);
    await expect.poll(async () => (await figures.textContent())?.includes("…")).toBe(false);

    const differs = async (from: string, to: string): Promise<DifferenceView> =>
      (await (await fetch(`${stage.site.url}/plans/${from}/differences/${to}`)).json()) as DifferenceView;
    const others = [open, second, third];
    const known = await Promise.all(others.map(async (id) => differs(first, id)));
    expect((await cost.allTextContents()).map(numberIn)).toEqual(
      [known[0]?.cost.from ?? NaN, ...known.map((one) => one.cost.to)].map(Math.round),
    );
    const changes = (await cost.locator("small").allTextContents()).map((text) =>
      Number(text.replaceAll(",", "").replace("−", "-")),
    );
    expect(changes).toEqual(known.map((one) => Math.round(one.cost.to - one.cost.from)));

    await moved.getByLabel("From").selectOption(second);
    await moved.getByLabel("To").selectOption(third);
    const { visits } = await differs(second, third);
    const expected = visits.filter(({ from, to }) => shown(from) !== shown(to)).length;
    expect(expected).toBeGreaterThan(0);
    await expect.poll(async () => moved.locator("thead").textContent()).toMatch(/From C.*To D/);
    await expect.poll(async () => moved.locator("tbody tr").count()).toBe(Math.min(expected, 200));

    const sideways = await page.evaluate<number>(
      `Math.max(...[...document.querySelectorAll("dialog, dialog .content, dialog table")].map((e) => e.scrollWidth - e.clientWidth))`,
    );
    expect(sideways).toBeLessThanOrEqual(0);
    for (const language of ["fi", "sv", "en"]) {
      await speak(page, language);
      expect(await seriousFindings(page)).toEqual([]);
    }
    await dialog.getByRole("button", { name: "One version less" }).click();
    await expect.poll(async () => figures.locator("thead th").count()).toBe(4);
    expect(faults).toEqual([]);
  });
});
