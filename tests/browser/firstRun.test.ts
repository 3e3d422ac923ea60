/** From the one-time link of a new server to a demo office with a day under way; and the demo's nurse. */
import { describe, expect, it } from "vitest";
import type { EditedView } from "../../src/contracts/index.js";
import { hasBrowser } from "./support/chromium.js";
import { openPage, seriousFindings, type Site, startSite } from "./support/site.js";
import { stageWith } from "./support/stage.js";

const PASSWORD = "aurinkoinen-ikkuna-26";
/** Milliseconds within which a slow machine has planned a day of the demo. */
const PLANNED = 240_000;
const DEADLINE = 900_000;

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

describe.runIf(hasBrowser())("a first run", () => {
  const stage = stageWith(() => startSite({ accounts: true }));

  it(
    "leads from the link to a password, to sign-in, and to the demo office with today planned",
    async () => {
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
      await page.locator(".visit").nth(50).waitFor({ timeout: PLANNED });
      expect(faults).toEqual([]);
    },
    DEADLINE,
  );

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

/** The nurse's last visit of tomorrow, by the demo's coordinator over the API. */
async function takeLastVisitAway(site: Site): Promise<void> {
  const sign = async (role: string): Promise<Record<string, string>> => {
    const { userName, password } = site.signIns.find((one) => one.role === role)!;
    const own = { "content-type": "application/json", "x-requested-by": "test" };
    const answer = await fetch(`${site.url}/sign-in`, {
      method: "POST",
      headers: own,
      body: JSON.stringify({ userName, password }),
    });
    return { ...own, cookie: (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "" };
  };
  const [nurse, coordinator] = [await sign("nurse"), await sign("coordinator")];
  const ask = async <T>(headers: Record<string, string>, path: string, body?: object): Promise<T> => {
    const answer = await fetch(`${site.url}${path}`, {
      headers,
      ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const { nurseId } = await ask<{ nurseId: string }>(nurse, "/me");
  interface Round {
    readonly stops: readonly { readonly visitId?: string }[];
  }
  const holds = (rounds: readonly Round[], id: string | undefined): boolean =>
    rounds.some(({ stops }) => stops.some((stop) => stop.visitId !== undefined && stop.visitId === id));
  const { days } = await ask<{ days: { date: string; publishedPlanId: string | null }[] }>(
    coordinator,
    "/days",
  );
  // The last day that the demo plans is tomorrow; a night's round may belong to the day before.
  const youngest = days.toSorted((a, b) => (a.date < b.date ? 1 : -1)).slice(0, 2);
  const { rounds } = await ask<{ rounds: Round[] }>(
    nurse,
    `/nurses/${nurseId}/visits?date=${youngest[0]?.date}`,
  );
  const visitId = rounds
    .flatMap(({ stops }) => stops)
    .findLast((stop) => stop.visitId !== undefined)?.visitId;
  let planId: string | null = null;
  for (const { publishedPlanId } of youngest) {
    const { routes } = await ask<{ routes: Round[] }>(coordinator, `/plans/${publishedPlanId}/routes`);
    if (holds(routes, visitId)) planId = publishedPlanId;
  }
  const { day, violations } = await ask<EditedView>(coordinator, `/plans/${planId}/edits`, {
    author: "test",
    reason: "test",
    edits: [{ kind: "tray", visitId }],
  });
  await ask(coordinator, `/plans/${day.version.id}/publish`, {
    author: "test",
    reason: "test",
    replaces: planId,
    acknowledged: violations.map(({ key }) => ({ violation: key, reason: "test" })),
  });
}

describe.runIf(hasBrowser())("the demo's nurse", () => {
  const stage = stageWith(() => startSite({ demoAccounts: true, demoDays: true }));

  it(
    "has a round today and tomorrow, shifts, and messages from the office",
    async () => {
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
            const fourth = page.locator(".row").nth(3).waitFor({ timeout: 15_000 });
            return fourth.then(
              () => true,
              () => false,
            );
          },
          { timeout: PLANNED },
        )
        .toBe(true);
      await page.locator(".week td.strong").nth(2).waitFor();

      // The office takes a visit of tomorrow away and publishes: her phone marks it by itself.
      await takeLastVisitAway(stage.site);
      const changes = page.locator(".changes");
      await changes.getByText(/^Removed/).waitFor({ timeout: PLANNED });
      expect(await changes.getByText(/changes? since you last looked/).count()).toBe(1);
      expect(await seriousFindings(page)).toEqual([]);
      await changes.getByRole("button").click();
      await changes.waitFor({ state: "detached" });
      expect(faults).toEqual([]);
    },
    DEADLINE,
  );
});
