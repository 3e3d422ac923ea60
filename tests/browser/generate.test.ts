/** A day made from the standing data on the board, planned, and made anew. */
import { beforeAll, describe, expect, it } from "vitest";
import type { GenerateAnswer } from "../../src/contracts/index.js";
import { hasBrowser } from "./support/chromium.js";
import { told } from "./support/day.js";
import { loadOffice } from "./support/office.js";
import { openPage, post, seriousFindings, startSite } from "./support/site.js";
import { stageWith } from "./support/stage.js";

const DAY = "2026-11-24";

describe.runIf(hasBrowser())("making a day", () => {
  const stage = stageWith(startSite);
  beforeAll(async () => {
    await loadOffice(stage.site);
  });

  it("asks which day, tells in words what is missing, and leads to a day to optimise", async () => {
    // Somebody whose decision ends the day before.
    const records = await fetch(`${stage.site.url}/decisions?limit=100`);
    const { items, etags } = (await records.json()) as {
      items: { id: string; clientId: string; validFrom: string }[];
      etags: string[];
    };
    const [decision] = items;
    const ended = await fetch(`${stage.site.url}/decisions/${decision?.id ?? ""}`, {
      method: "PUT",
      headers: { "content-type": "application/json", "if-match": etags[0] ?? "" },
      body: JSON.stringify({ ...decision, validTo: "2026-11-23" }),
    });
    expect(ended.status, await ended.clone().text()).toBeLessThan(300);

    const { page, faults } = await openPage(stage.browser, stage.site);
    await page.goto(`${stage.site.url}/board/`);
    await page.getByRole("button", { name: "Make a day…" }).click();
    const dialog = page.locator("dialog");
    await dialog.getByLabel("First day").fill("24/11/2026");
    await dialog.getByLabel("Last day").fill("23/11/2026");
    await dialog.getByText("The last day is the first one").waitFor();
    await expect.poll(() => dialog.getByRole("button", { name: "Make" }).isDisabled()).toBe(true);
    await dialog.getByLabel("Last day").fill("24/11/2026");
    await dialog.getByLabel("Plan by").selectOption("continuity-first");
    expect(await seriousFindings(page)).toEqual([]);
    const asked = page.waitForResponse((answer) => answer.url().endsWith("/days/generate"));
    await dialog.getByRole("button", { name: "Make" }).click();
    const answer = (await (await asked).json()) as GenerateAnswer;
    const [made] = answer.problems;
    await dialog.getByText(`${made?.visits} visits`).waitFor();
    await dialog.getByText("The decision has ended").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Open the day" }).click();
    await page.getByText("Nothing is planned yet").waitFor();
    await page.locator(".row").nth(3).waitFor();
    await page.getByRole("button", { name: "Optimise" }).click();
    await page.locator("dialog input.short").fill("2");
    await page.getByRole("button", { name: "Start" }).click();
    await told(page, /plan is ready/);

    // Made anew, the day stands beside its plans until it is planned too.
    await post(stage.site, "/days/generate", { from: DAY });
    await page.reload();
    await page.locator(".visit").first().waitFor();
    const versions = page.getByLabel("Version");
    await versions.selectOption("new");
    await page.getByText("Nothing is planned yet").waitFor();
    await expect.poll(() => page.locator(".visit").count()).toBe(0);
    await versions.selectOption({ index: 1 });
    await page.locator(".visit").first().waitFor();
    expect(faults).toEqual([]);
  });
});
