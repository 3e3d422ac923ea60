/** Accounts on the board: a new one by its link, pages by role, a session that has ended, the audit log. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { hasBrowser } from "./support/chromium.js";
import { openPage, seriousFindings, startSite, type Watch } from "./support/site.js";
import { stageWith } from "./support/stage.js";

const PASSWORD = "lumi-sataa-hiljaa-26";

describe.runIf(hasBrowser())("accounts", () => {
  const stage = stageWith(() => startSite({ demoAccounts: true }));

  const clean = async ({ page, faults }: Watch): Promise<void> => {
    expect(faults).toEqual([]);
    expect(await seriousFindings(page)).toEqual([]);
  };
  const enter = async (page: Page, userName: string, password: string): Promise<void> => {
    await page.locator("input[name=user]").fill(userName);
    await page.locator("input[name=password]").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.locator("header.nav").waitFor();
  };
  const links = async (page: Page): Promise<readonly string[]> =>
    page.locator("header.nav nav a").allTextContents();

  it("are made with a one-time link; the new purchaser sees figures and prices only", async () => {
    const admin = await openPage(stage.browser, stage.site);
    await admin.page.goto(`${stage.site.url}/board/#/admin/users`);
    await admin.page.locator("form").waitFor();
    await clean(admin);
    const { userName = "", password = "" } =
      stage.site.signIns.find(({ role }) => role === "administrator") ?? {};
    await enter(admin.page, userName, password);
    await admin.page.getByRole("button", { name: "New account" }).click();
    await admin.page.locator("dialog input").first().fill("tilaaja.tiina");
    await admin.page.locator("dialog select").selectOption("purchaser");
    await clean(admin);
    await admin.page.getByRole("button", { name: "Save" }).click();
    const link = await admin.page.locator(".secret input").inputValue();
    await clean(admin);
    await admin.page.locator("dialog footer button").click();
    await admin.page.getByRole("rowheader", { name: "tilaaja.tiina" }).waitFor();

    const watch = await openPage(stage.browser, stage.site);
    const { page } = watch;
    await page.goto(link);
    await page.locator("#password").fill(PASSWORD);
    await page.locator("#again").fill(PASSWORD);
    await page.getByRole("button").click();
    await page.getByText("tilaaja.tiina").waitFor();
    await page.goto(`${stage.site.url}/board/`);
    await enter(page, "tilaaja.tiina", PASSWORD);
    await expect.poll(() => links(page)).toEqual(["Figures", "Policies", "Catalogue and prices"]);
    await page.getByRole("heading", { name: "Key figures" }).waitFor();
    await clean(watch);
    await page.goto(`${stage.site.url}/board/#/day/2026-11-23`);
    await page.getByText("signed in as purchaser").waitFor();
    await clean(watch);
    await page.goto(`${stage.site.url}/board/#/data`);
    await page.getByRole("heading", { name: /Visit types/ }).waitFor();
    expect(await page.locator(".kinds a").allTextContents()).not.toContain("Clients");
    await clean(watch);

    await page.context().clearCookies();
    await page.goto(`${stage.site.url}/board/#/figures`);
    await page.getByText("Your session has ended").waitFor();
    await clean(watch);
    await enter(page, "tilaaja.tiina", PASSWORD);
    await page.waitForURL((url) => url.href.includes("#/figures"));
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.locator("form").waitFor();
  });

  it("shows the auditor who read what, and nothing that can be changed", async () => {
    const watch = await openPage(stage.browser, stage.site);
    const { page } = watch;
    await page.goto(`${stage.site.url}/board/#/admin/audit`);
    const { userName = "", password = "" } = stage.site.signIns.find(({ role }) => role === "auditor") ?? {};
    await enter(page, userName, password);
    await page.locator(".audit tbody tr, .empty-list").first().waitFor();
    await clean(watch);
    await page.goto(`${stage.site.url}/board/#/admin/users`);
    await page.getByRole("rowheader", { name: userName }).waitFor();
    expect(await page.getByRole("button", { name: "New account" }).count()).toBe(0);
    await clean(watch);
  });

  it("leads a nurse to the phone", async () => {
    const { page } = await openPage(stage.browser, stage.site);
    await page.goto(`${stage.site.url}/board/`);
    const { userName = "", password = "" } = stage.site.signIns.find(({ role }) => role === "nurse") ?? {};
    await page.locator("input[name=user]").fill(userName);
    await page.locator("input[name=password]").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(/\/phone\//);
  });
});
