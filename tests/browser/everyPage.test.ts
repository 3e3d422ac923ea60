/** Every page and dialog in every language: nothing serious for axe, no error, no other host, no text left over. */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { hasBrowser } from "./support/chromium.js";
import { DEMO_DATE, plannedDay, speak } from "./support/day.js";
import { loadOffice } from "./support/office.js";
import { openPage, post, seriousFindings, type Site, startSite, type Watch } from "./support/site.js";
import { stageWith } from "./support/stage.js";

const LANGUAGES = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" } as const;
type Language = keyof typeof LANGUAGES;
const EACH = Object.keys(LANGUAGES) as Language[];
/** Milliseconds: thirty looks of axe on a slow machine. */
const DEADLINE = 900_000;

/** A page or what opens on it. */
interface Sight {
  /** After `#/`; absent: the page stays. */
  readonly at?: string;
  /** What is pressed there, one after the other. */
  readonly press?: readonly string[];
  /** Then typed into the dialog's short field. */
  readonly type?: string;
  /** Or chosen there, 0: the first. */
  readonly choose?: number;
  /** And pressed after that. */
  readonly confirm?: string;
  /** There once it is drawn. */
  readonly shows: string;
}

const DIALOG = "dialog[open] footer button";
const GO_ON = "dialog[open] footer .button.primary";
const toolbar = (at: number): string => `.toolbar > :nth-last-child(${at})`;

const dayAt = (planId: string): Readonly<Record<string, Sight>> => ({
  days: { at: "", shows: "table.days tbody tr" },
  "make a day": { at: "", press: [".page-head .button.primary"], shows: "dialog .filters" },
  day: { at: `day/${DEMO_DATE}/${planId}`, press: [".visit >> nth=6"], shows: ".inspector, .map canvas" },
  "unserved visit": { at: `day/${DEMO_DATE}/${planId}`, press: [".tray-item >> nth=0"], shows: ".why" },
  publish: { at: `day/${DEMO_DATE}/${planId}`, press: [toolbar(1)], shows: DIALOG },
  optimise: { at: `day/${DEMO_DATE}/${planId}`, press: [toolbar(2)], shows: "dialog svg.capacity" },
  absence: { at: `day/${DEMO_DATE}/${planId}`, press: [toolbar(4)], shows: "dialog select" },
  compare: { at: `day/${DEMO_DATE}/${planId}`, press: [toolbar(5)], shows: "dialog table tr.sum" },
  live: { at: `live/${DEMO_DATE}`, shows: "main table" },
  quality: { at: `quality/${DEMO_DATE}`, shows: "main svg" },
  figures: { at: `figures/${DEMO_DATE}/${DEMO_DATE}`, shows: ".headlines" },
  policies: { at: "policies", shows: "table.policies td" },
  "a policy": {
    at: "policies",
    press: ["table.policies .button >> nth=0"],
    shows: "dialog input[type=range]",
  },
  print: { at: `print/${DEMO_DATE}/${planId}`, shows: ".print .round" },
  "standing data": { at: "data/clients", shows: ".records tbody tr" },
  unknown: { at: "nowhere", shows: "main h1" },
});

/** What takes longer to reach, one after the other: reached once and looked at in each language. */
const laterSteps = (planId: string): Readonly<Record<string, Sight>> => ({
  "a day made": {
    at: "",
    press: [".page-head .button.primary", GO_ON],
    shows: "dialog:not(:has(.filters))",
  },
  "who else": {
    at: `day/${DEMO_DATE}/${planId}`,
    press: [".visit >> nth=6", ".inspector .buttons + .button"],
    shows: ".places li",
  },
  why: { press: [".tray-item >> nth=0", ".why-box .button >> nth=0"], shows: ".why-told li, .why-told p" },
  "somebody absent": { press: [toolbar(4)], choose: 1, shows: "dialog .points li" },
  "re-planned": { press: [GO_ON], shows: "dialog table tbody tr" },
  capacity: { at: `day/${DEMO_DATE}/${planId}`, press: [toolbar(2)], shows: "dialog svg.capacity" },
  optimising: { type: "600", confirm: GO_ON, shows: `dialog .live div:first-child dd:not(:text-is("–"))` },
  optimised: { press: [GO_ON], shows: ".message.good" },
});

/** Goes to an address, out of the dialog that may be open. */
async function leave(page: Page, address: string): Promise<void> {
  if ((await page.locator("dialog[open]").count()) > 0) {
    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
  }
  await page.goto(address);
}

async function reach(
  page: Page,
  site: Site,
  { at, press = [], type, choose, confirm, shows }: Sight,
): Promise<void> {
  if (at !== undefined) await leave(page, `${site.url}/board/#/${at}`);
  for (const one of press) await page.locator(one).click();
  if (type !== undefined) await page.locator("dialog input.short").fill(type);
  if (choose !== undefined) await page.locator("dialog select").selectOption({ index: choose });
  if (confirm !== undefined) await page.locator(confirm).click();
  await page.locator(shows).first().waitFor();
}

/** Keys of words that were never written would show as they are in the source. */
const UNSPOKEN = /\b(undefined|null|NaN|\[object)\b/;

describe.runIf(hasBrowser())("every page", () => {
  const stage = stageWith(startSite);
  let planId: string;
  beforeAll(async () => {
    await loadOffice(stage.site);
    await plannedDay(stage.site, 5);
    planId = await plannedDay(stage.site, 5);
    await post(stage.site, `/plans/${planId}/publish`, { author: "test", reason: "the day" });
  }, DEADLINE);

  it.each(EACH)(
    "of the board is clean (%s)",
    async (language) => {
      const { page, faults } = await openPage(stage.browser, stage.site, { locale: LANGUAGES[language] });
      const found: Record<string, readonly string[]> = {};
      for (const [name, sight] of Object.entries(dayAt(planId))) {
        await reach(page, stage.site, sight);
        expect(await page.locator("html").getAttribute("lang")).toBe(language);
        found[name] = await seriousFindings(page);
        expect(await page.locator("body").innerText(), name).not.toMatch(UNSPOKEN);
      }
      expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([]);
      expect(faults).toEqual([]);
    },
    DEADLINE,
  );

  it(
    "of the board is clean in its later steps, in each language",
    async () => {
      const { page, faults } = await openPage(stage.browser, stage.site, { locale: LANGUAGES.en });
      for (const [name, sight] of Object.entries(laterSteps(planId))) {
        await reach(page, stage.site, sight);
        for (const language of EACH) {
          await speak(page, language);
          expect(await seriousFindings(page), `${name} ${language}`).toEqual([]);
          expect(await page.locator("body").innerText(), name).not.toMatch(UNSPOKEN);
        }
      }
      expect(faults).toEqual([]);
    },
    DEADLINE,
  );

  it.each(EACH)("a file's preview is clean (%s)", async (language) => {
    const { page, faults } = await openPage(stage.browser, stage.site, { locale: LANGUAGES[language] });
    await page.goto(`${stage.site.url}/board/#/data/areas`);
    await page.locator(".records").waitFor();
    await page.setInputFiles("input[type=file]", {
      name: "areas.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("id;name.en\nsouth;South end\n;Nameless\n"),
    });
    await page.locator("dialog .notice").first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});

describe.runIf(hasBrowser())("every page of those who sign in", () => {
  const stage = stageWith(() => startSite({ demoAccounts: true }));

  const enter = async (page: Page, site: Site, role: string): Promise<void> => {
    const { userName = "", password = "" } = site.signIns.find((one) => one.role === role) ?? {};
    await page.locator("input[name=user]").fill(userName);
    await page.locator("input[name=password]").fill(password);
    await page.locator("form button").last().click();
  };
  const clean = async ({ page, faults }: Watch, what: string): Promise<void> => {
    expect(await seriousFindings(page), what).toEqual([]);
    expect(faults, what).toEqual([]);
  };

  it.each(EACH)(
    "is clean (%s)",
    async (language) => {
      const watch = await openPage(stage.browser, stage.site, { locale: LANGUAGES[language] });
      const { page } = watch;
      await page.goto(`${stage.site.url}/board/#/admin/users`);
      await page.locator("input[name=password]").waitFor();
      await clean(watch, "sign-in");
      await enter(page, stage.site, "administrator");
      for (const tab of ["users", "tokens", "audit"]) {
        await page.goto(`${stage.site.url}/board/#/admin/${tab}`);
        await page.locator(".tabs [aria-current=page]").waitFor();
        await page.locator("main table, .empty-list").first().waitFor();
        await clean(watch, tab);
        if (tab === "audit") continue;
        await page.locator("main .button.primary").click();
        await page.locator(DIALOG).first().waitFor();
        await clean(watch, `new in ${tab}`);
        await page.keyboard.press("Escape");
        await page.locator("dialog[open]").waitFor({ state: "detached" });
      }
      await page.locator("header .who").click();
      await page.locator(DIALOG).first().waitFor();
      await clean(watch, "password");

      const phone = await openPage(stage.browser, stage.site, {
        locale: LANGUAGES[language],
        viewport: { width: 360, height: 740 },
      });
      await phone.page.goto(`${stage.site.url}/phone/`);
      await phone.page.locator("input[type=password]").waitFor();
      await clean(phone, "the phone's sign-in");
    },
    DEADLINE,
  );
});
