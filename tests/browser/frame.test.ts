/** Both apps load from the server, under its policy, without errors. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasBrowser, launchBrowser } from "./support/chromium.js";
import { openPage, seriousFindings, type Site, startSite } from "./support/site.js";

describe.runIf(hasBrowser())("the screens", () => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startSite()]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  it.each(["board", "phone"])("/%s/ opens without errors and without another host", async (app) => {
    const { page, faults } = await openPage(browser, site);
    const answer = await page.goto(`${site.url}/${app}`);
    expect(page.url()).toContain(`/${app}/`);
    expect(answer?.headers()["content-security-policy"]).toContain("default-src 'self'");
    await page.waitForSelector("main");
    expect(faults).toEqual([]);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it("opens the board at the root", async () => {
    const { page } = await openPage(browser, site);
    await page.goto(site.url);
    expect(page.url()).toContain("/board/");
  });

  it("sees a request to another host, and a script that breaks", async () => {
    const { page, faults } = await openPage(browser, site);
    await page.goto(`${site.url}/board/`);
    await page.evaluate(`fetch("http://127.0.0.2:9/x").catch(() => undefined)`);
    await page.evaluate(`setTimeout(() => { throw new Error("broken on purpose") })`);
    await expect.poll(() => faults.join("\n")).toContain("broken on purpose");
    expect(faults.join("\n")).toContain("127.0.0.2");
  });
});
