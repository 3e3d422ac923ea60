/** From the one-time link of a new server to a demo office with a day under way; and the demo's nurse. */
import { describe, expect, it } from "vitest";
import { hasBrowser } from "./support/chromium.js";
import { openPage, seriousFindings, startSite } from "./support/site.js";
import { stageWith } from "./support/stage.js";

const PASSWORD = "aurinkoinen-ikkuna-26";
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

describe.runIf(hasBrowser())("a first run", () => {
  const stage = stageWith(() => startSite({ accounts: true }));

  it("leads from the link to a password, to sign-in, and to the demo office with today planned", async () => {
    const { page, faults } = await openPage(stage.browser, stage.site);
    await page.goto(stage.site.firstAdministrator ?? "");
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByLabel("Password again").fill(PASSWORD);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("link", { name: "Sign in" }).waitFor();
    const [, userName = ""] = /user name is (\S+)\./.exec(await page.locator("#told").innerText()) ?? [];
    await page.getByRole("link", { name: "Sign in" }).click();
    await page.getByLabel("User name").fill(userName);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("button", { name: "Load the demo office" }).click();
    await page.locator(".visit").nth(50).waitFor();
    expect(faults).toEqual([]);
  });

  it("shows the way to sign-in also where the link is over", async () => {
    const { page } = await openPage(stage.browser, stage.site);
    await page.goto(stage.site.firstAdministrator ?? "");
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByLabel("Password again").fill(PASSWORD);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("The link was used").waitFor();
    expect(await page.getByRole("link", { name: "Sign in" }).getAttribute("href")).toBe("/board/");
  });
});

/** Milliseconds within which a slow machine has planned a day of the demo. */
const PLANNED = 240_000;

describe.runIf(hasBrowser())("the demo's nurse", () => {
  const stage = stageWith(() => startSite({ demoAccounts: true, demoDays: true }));

  it("has a round today and tomorrow, shifts, and messages from the office", async () => {
    const { page, faults } = await openPage(stage.browser, stage.site, PHONE);
    const nurse = stage.site.signIns.find(({ role }) => role === "nurse")!;
    await page.goto(`${stage.site.url}/phone/`);
    await page.getByLabel("User name").fill(nurse.userName);
    await page.getByLabel("Password").fill(nurse.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByText(/^\d+ of \d+ done$/).waitFor();
    await expect.poll(() => page.locator(".row").count(), { timeout: PLANNED }).toBeGreaterThan(3);
    await page.getByRole("link", { name: "Messages 2" }).click();
    expect(await page.locator(".message").count()).toBe(2);
    await page.getByRole("link", { name: "Coming" }).click();
    // Tomorrow is planned while the server runs on.
    await expect
      .poll(
        async () => {
          await page.reload();
          await page.waitForTimeout(1_000);
          return page.locator(".row").count();
        },
        { timeout: PLANNED },
      )
      .toBeGreaterThan(3);
    expect(await page.locator(".week td.strong").count()).toBeGreaterThan(2);
    expect(faults).toEqual([]);
  }, 600_000);
});
