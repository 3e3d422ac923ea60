/** Both apps load from the server, under its policy, without errors. */
import { describe, expect, it } from "vitest";
import { hasBrowser } from "./support/chromium.js";
import { openPage, seriousFindings, startSite } from "./support/site.js";
import { stageWith } from "./support/stage.js";

describe.runIf(hasBrowser())("the screens", () => {
  const stage = stageWith(startSite);

  it.each(["board", "phone"])("/%s/ opens without errors and without another host", async (app) => {
    const { page, faults } = await openPage(stage.browser, stage.site);
    const answer = await page.goto(`${stage.site.url}/${app}`);
    expect(page.url()).toContain(`/${app}/`);
    expect(answer?.headers()["content-security-policy"]).toContain("default-src 'self'");
    await page.waitForSelector("main");
    expect(faults).toEqual([]);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it("opens the board at the root", async () => {
    const { page } = await openPage(stage.browser, stage.site);
    await page.goto(stage.site.url);
    expect(page.url()).toContain("/board/");
  });

  it("sees a request to another host, and a script that breaks", async () => {
    const { page, faults } = await openPage(stage.browser, stage.site);
    await page.goto(`${stage.site.url}/board/`);
    await page.evaluate(`fetch("http://127.0.0.2:9/x").catch(() => undefined)`);
    await page.evaluate(`setTimeout(() => { throw new Error("broken on purpose") })`);
    await expect.poll(() => faults.join("\n")).toContain("broken on purpose");
    expect(faults.join("\n")).toContain("127.0.0.2");
  });
});
