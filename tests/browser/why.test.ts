/** What the board says of a visit that is not as wished, and of pins that leave no plan at all. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Problem } from "../../src/contracts/index.js";
import { hasBrowser } from "./support/chromium.js";
import { officeDay } from "../api/support/life.js";
import { DEMO_DATE, DEMO_FILE, openDay, planned, plannedDay } from "./support/day.js";
import { openPage, post, seriousFindings, startSite, type Watch } from "./support/site.js";
import { stageWith } from "./support/stage.js";

const NINE = `${DEMO_DATE}T09:00:00+02:00`;

/** The demo day with two visits of one nurse pinned to the same moment. */
function clashing(): Problem {
  const problem = JSON.parse(gunzipSync(readFileSync(DEMO_FILE)).toString()) as Problem;
  const pinned = problem.visits
    .filter(
      ({ typeId, windows }) =>
        typeId === "basic" && windows.some(({ from, to }) => from <= NINE && NINE <= to),
    )
    .slice(0, 2);
  for (const visit of pinned) visit.pin = { shiftId: "n1-morning", start: NINE };
  expect(pinned).toHaveLength(2);
  return problem;
}

describe.runIf(hasBrowser())("why, on the board", () => {
  const stage = stageWith(startSite);

  const clean = async ({ page, faults }: Watch): Promise<void> => {
    expect(faults).toEqual([]);
    expect(await seriousFindings(page)).toEqual([]);
  };

  it("tells pins that cannot all hold in the user's language, with the names of nurse and clients", async () => {
    await post(stage.site, "/problems", clashing());
    const watch = await openPage(stage.browser, stage.site, { locale: "fi-FI" });
    const { page } = watch;
    await page.goto(`${stage.site.url}/board/#/day/${DEMO_DATE}`);
    await page.getByRole("button", { name: "Optimoi" }).click();
    await page.getByRole("button", { name: "Aloita" }).click();
    await page.locator("dialog [role=alert]").waitFor();
    const words = (await page.locator("dialog .sentences li").allTextContents()).join("\n");
    expect(words).toContain("Nämä kiinnitykset eivät voi kaikki pitää");
    expect(words).toContain("Hoitaja 1");
    expect(words).not.toContain("n1-morning");
    await clean(watch);
  });

  it("says why a visit is left out, with the smallest conflict in one sentence, and what it would take", async () => {
    const planId = await plannedDay(stage.site);
    const watch = await openPage(stage.browser, stage.site);
    const { page } = watch;
    await openDay(page, stage.site, planId);
    // The demo's evening infusion: both nurses with the skill work in the morning.
    await page.locator(".tray-item", { hasText: "c19" }).click();
    await page.getByRole("button", { name: "Why is it unserved?" }).click();
    const answer = page.getByRole("region", { name: "Why is it unserved?" });
    await answer
      .getByText(/Together these stand in its way: .*IV therapy; the hours of shift Hoitaja/)
      .waitFor();
    const facts = answer.locator("details li");
    expect(await facts.first().isVisible()).toBe(false);
    await answer.getByText(/Show all \d that stand in its way/).click();
    expect((await facts.allInnerTexts()).join("\n")).toMatch(/window 15:00–18:40 of visit c19/);
    await clean(watch);

    await page.getByRole("button", { name: "What would it take?" }).click();
    await answer.getByRole("heading", { name: "What would it take?" }).waitFor();
    expect(await answer.innerText()).toMatch(/points$|No single change is enough|Time ran out/m);
    await clean(watch);
  });

  it("lists what it would take, each change with its points, where something would do", async () => {
    const day = officeDay();
    const [first] = day.visits;
    if (first === undefined) throw new Error("the day has no visits");
    // A skill that one nurse might learn, and nobody has.
    const wish = { ...first, id: "harp", clientId: "c6", requires: ["harp-therapy"] };
    const { id } = await post<{ id: string }>(stage.site, "/problems", {
      ...day,
      visits: [...day.visits, wish],
    });
    const planId = await planned(stage.site, id, { iterations: 40 });
    const watch = await openPage(stage.browser, stage.site);
    const { page } = watch;
    await openDay(page, stage.site, planId);
    await page.locator(".tray-item", { hasText: "c6" }).click();
    await page.getByRole("button", { name: "What would it take?" }).click();
    const changes = page.locator(".takes li");
    await changes.first().waitFor();
    const lines = await changes.allInnerTexts();
    expect(lines.join("\n")).toMatch(/harp therapy/);
    for (const line of lines) expect(line).toMatch(/[+−-]?[\d,]+ points$/);
    await clean(watch);
  });

  it("says the same of visits that are bought or late", async () => {
    const planId = await plannedDay(stage.site);
    const watch = await openPage(stage.browser, stage.site);
    const { page } = watch;
    await openDay(page, stage.site, planId);
    const said = await fetch(`${stage.site.url}/plans/${planId}/explanations`);
    const { visits } = (await said.json()) as { visits: { visitId: string; standing: string }[] };
    for (const [standing, question] of [
      ["bought", "Why is it bought?"],
      ["late", "Why is it late?"],
    ] as const) {
      const { visitId = "" } = visits.find((one) => one.standing === standing) ?? {};
      const [client = ""] = visitId.split("-");
      await page
        .locator(standing === "late" ? `[data-visit="${visitId}"]` : `.tray-item:has-text("${client} ")`)
        .first()
        .click();
      await page.getByRole("button", { name: question }).click();
      const answer = page.getByRole("region", { name: question });
      await answer.getByText(new RegExp(`Visit ${client} (?:is bought|starts)`)).waitFor();
      expect(await answer.innerText()).not.toContain(visitId);
      await clean(watch);
    }
  });
});
