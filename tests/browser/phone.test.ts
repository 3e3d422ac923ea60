/** The nurse's phone in a real browser: her round online, offline and online again. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasBrowser, launchBrowser } from "./support/chromium.js";
import { DATE, instantOf, phoneProblem, type PhoneSite, startPhoneSite } from "./support/phoneSite.js";
import { openPage, seriousFindings } from "./support/site.js";

const SCREENS = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..", "docs", "screens");
const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

interface StoredEvent {
  readonly kind: string;
  readonly visitId: string;
  readonly id: string;
}

describe.runIf(hasBrowser())("the nurse's phone", () => {
  let browser: Browser;
  let site: PhoneSite;
  let page: Page;
  let faults: readonly string[];

  const setTime = async (time: string): Promise<void> => {
    site.setTime(time);
    await page.clock.setSystemTime(instantOf(time));
  };
  const shot = async (name: string, fullPage = false): Promise<void> => {
    await page.waitForTimeout(150);
    await page.screenshot({ path: path.join(SCREENS, `phone-${name}.png`), scale: "css", fullPage });
  };
  const button = (name: string | RegExp) => page.getByRole("button", { name });
  const events = async (): Promise<StoredEvent[]> => {
    const answer = await site.service.app.inject(`/actuals?from=${DATE}&to=${DATE}`);
    return answer.json<{ events: StoredEvent[] }>().events;
  };

  beforeAll(async () => {
    mkdirSync(SCREENS, { recursive: true });
    [browser, site] = await Promise.all([launchBrowser(), startPhoneSite()]);
    await site.publish(phoneProblem());
    ({ page, faults } = await openPage(browser, site, { ...PHONE, locale: "fi-FI" }));
    await page.clock.install({ time: instantOf("07:05") });
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  it("opens her round", async () => {
    await page.goto(`${site.url}/phone/`);
    await page.getByLabel("Hoitajan tunnus").fill("nobody");
    await button("Avaa").click();
    await page.getByText("Tällä tunnuksella ei ole hoitajaa.").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByLabel("Hoitajan tunnus").fill("aino");
    await button("Avaa").click();
    await page.getByRole("heading", { name: "Helmi Koskinen" }).waitFor();
    await page.getByText("0/6 tehty").waitFor();
    await page.getByText("Ajan tasalla").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await shot("today-fi");
    expect(faults).toEqual([]);
  });

  it("checks in by one press, and takes a press back", async () => {
    await setTime("07:29");
    await button("Aloita käynti").click();
    await page.getByText("Käynti aloitettu 07.29").waitFor();
    await button("Kumoa").click();
    await button("Aloita käynti").waitFor();
    await page.clock.runFor(10_000);
    expect(await events()).toEqual([]);
    await button("Aloita käynti").click();
    await shot("checked-in-fi");
    await page.clock.runFor(10_000);
    await expect
      .poll(async () => (await events()).map(({ kind, visitId }) => [kind, visitId]))
      .toEqual([["check-in", "v1"]]);
  });
});
