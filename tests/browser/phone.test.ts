/** The nurse's phone in a real browser: her round online, offline and online again. */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { hasBrowser } from "./support/chromium.js";
import { keepPicture } from "./support/pictures.js";
import { DATE, instantOf, phoneProblem, startPhoneSite } from "./support/phoneSite.js";
import { openPage, seriousFindings } from "./support/site.js";
import { stageWith } from "./support/stage.js";

const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

/** Records of each store of the phone's database. */
const COUNT_RECORDS = `new Promise((resolve) => {
  const opening = indexedDB.open("kotikierros-phone");
  opening.onsuccess = () => {
    const names = [...opening.result.objectStoreNames];
    const transaction = opening.result.transaction(names);
    const counts = {};
    for (const name of names) {
      transaction.objectStore(name).count().onsuccess = ({ target }) => { counts[name] = target.result; };
    }
    transaction.oncomplete = () => { opening.result.close(); resolve(counts); };
  };
})`;

/** Paths of everything that the service worker keeps. */
const CACHED_PATHS = `caches.keys().then(async (names) => {
  const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return lists.flat().map(({ url }) => new URL(url).pathname);
})`;

const PAGES = ["more", "messages", "coming", "today"];

/** Sheets: the page, what opens it, and what is pressed there for its further steps. */
const SHEETS = [
  ["today", ".big.other", [".choice >> nth=0", ".choice >> nth=3"]],
  ["more", ".big.danger", []],
] as const;

/** What is cut at the screen's edge, or too small for a finger in a glove. */
const MISFITS = `[...document.querySelectorAll("body *")].flatMap((element) => {
  const { left, right, width, height } = element.getBoundingClientRect();
  if (width === 0 || element.closest(".visually-hidden") !== null) return [];
  const name = element.tagName + "." + element.className;
  const cut = left < 0 || right > innerWidth;
  const presses = element.matches("button, summary, select, textarea, label.big, a[href], input:not(label input)");
  return [
    ...(cut ? [name + " reaches from " + left + " to " + right] : []),
    ...(presses && element.scrollWidth > element.clientWidth ? [name + " is too narrow for its words"] : []),
    ...(presses && Math.min(width, height) < 48 ? [name + " is " + width + " x " + height] : []),
  ];
})`;

interface StoredEvent {
  readonly kind: string;
  readonly visitId: string;
  readonly id: string;
  readonly minutes: number | null;
}

describe.runIf(hasBrowser())("the nurse's phone", () => {
  const stage = stageWith(startPhoneSite);
  let page: Page;
  let faults: readonly string[];

  const setTime = async (time: string): Promise<void> => {
    stage.site.setTime(time);
    await page.clock.setSystemTime(instantOf(time));
  };
  const shot = async (name: string, top = true): Promise<void> => {
    if (top) await page.evaluate("scrollTo(0, 0)");
    await page.waitForTimeout(150);
    await keepPicture(page, `phone-${name}`);
  };
  /** Waits until a press can be taken back, and lets that time go by. */
  const letGo = async (): Promise<void> => {
    await button(/^(Kumoa|Ångra|Undo)$/).waitFor();
    await page.clock.runFor(7_000);
    await button(/^(Kumoa|Ångra|Undo)$/).waitFor({ state: "detached" });
  };
  const open = async (at: string): Promise<void> => {
    await page.goto(`${stage.site.url}/phone/#${at}`);
    await page.locator(`.tab[href="#${at}"][aria-current]`).waitFor();
  };
  const button = (name: string | RegExp) => page.getByRole("button", { name });
  const events = async (): Promise<StoredEvent[]> => {
    const answer = await stage.site.service.app.inject(`/actuals?from=${DATE}&to=${DATE}`);
    return answer.json<{ events: StoredEvent[] }>().events;
  };

  beforeAll(async () => {
    await stage.site.publish(phoneProblem());
    ({ page, faults } = await openPage(stage.browser, stage.site, { ...PHONE, locale: "fi-FI" }));
    await page.clock.install({ time: instantOf("07:05") });
  });

  it("opens her round", async () => {
    await page.goto(`${stage.site.url}/phone/`);
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
    await page.getByText("Aamulääkkeet dosetista").waitFor();
    await shot("next-fi");
    const way = page.getByRole("link", { name: "Kävelyreitti, 7 min" });
    // The phone's own map application, and only when she presses.
    expect(await way.getAttribute("href")).toBe("geo:60.171200,24.925200?q=60.171200,24.925200");
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
    await button("Kumoa").waitFor();
    await shot("checked-in-fi");
    await letGo();
    await expect
      .poll(async () => (await events()).map(({ kind, visitId }) => [kind, visitId]))
      .toEqual([["check-in", "v1"]]);
  });

  it("shows door codes only around the visit, and tells of each reading", async () => {
    await button("Ovikoodi ja avaimet").first().click();
    await page.getByText("Ovikoodi 4821#").waitFor();
    await shot("door-code-fi");
    const readings = () => stage.site.service.database.phone.listReadings("aino", DATE);
    await expect.poll(async () => (await readings()).map(({ visitId }) => visitId)).toEqual(["v1"]);
    await button(/Britta Lindholm/).click();
    await page.getByText("Ovikoodi ja avaimet klo 12.00 alkaen").waitFor();
    expect(await page.content()).not.toContain("5533");
    await button(/Britta Lindholm/).click();
    await page.clock.runFor(61_000);
    await page.getByText("Ovikoodi 4821#").waitFor({ state: "detached" });
  });

  it("opens and records without network", async () => {
    await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
    await page.context().setOffline(true);
    await setTime("07:58");
    await page.reload();
    await page.getByRole("heading", { name: "Helmi Koskinen" }).waitFor();
    await page.getByText(/Ei yhteyttä/).waitFor();
    await button("Lopeta käynti").click();
    await letGo();
    await setTime("08:14");
    await page.clock.runFor(11_000);
    await page.getByRole("heading", { name: "Gunnel Åkerblom" }).waitFor();
    await button("Ovikoodi ja avaimet").first().click();
    await page.getByText("Portkod 1907").waitFor();
    await button("Aloita käynti").click();
    await letGo();
    await button("Muu").first().click();
    expect(await seriousFindings(page)).toEqual([]);
    await shot("other-fi");
    await button("Kirjoita huomio").click();
    await page.getByLabel("Huomio: Gunnel Åkerblom").fill("Valot eivät toimi rapussa");
    await button("Tallenna").click();
    await page.getByText("4 lähettämättä").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await shot("offline-fi");
    expect(await events()).toHaveLength(1);
  });

  it("sends everything once when the network is back, and tells what does not agree", async () => {
    // Meanwhile the coordinator has moved one visit and given another to Bo.
    await stage.site.publish(phoneProblem({ moved: "10:50", given: true }));
    let cut = 2;
    await page.route("**/actuals", async (route) => {
      if (cut === 0) return route.fallback();
      cut -= 1;
      // The server has it, and its answer is lost on the way.
      await route.fetch();
      await route.abort("connectionreset");
    });
    await page.context().setOffline(false);
    for (let minute = 0; minute < 3; minute += 1) {
      await page.clock.runFor(61_000);
      await page.waitForTimeout(200);
    }
    await page.getByText(/Ajan tasalla/).waitFor();
    expect(cut).toBe(0);
    // The minutes above went by on the phone alone.
    await setTime("08:20");
    await page.clock.runFor(61_000);
    const stored = await events();
    expect(stored.map(({ kind, visitId }) => `${kind} ${visitId}`).toSorted()).toEqual([
      "check-in v1",
      "check-in v2",
      "check-out v1",
      "note v2",
    ]);
    expect(new Set(stored.map(({ id }) => id)).size).toBe(4);
    await page.getByText("2 muutosta edellisen katsomisen jälkeen").waitFor();
    await page.getByText("Poistettu: 08.15 Gunnel Åkerblom").waitFor();
    await page.getByText("Oli 10.30").waitFor();
    await page.getByText(/Gunnel Åkerblom klo 08.14, on tallessa, mutta käynti oli siirretty/).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await shot("conflict-fi");
    for (let left = await button("Nähty").count(); left > 0; left -= 1) {
      await button("Nähty").first().click();
      await expect.poll(() => button("Nähty").count()).toBe(left - 1);
    }
    await page.getByText("2 muutosta edellisen katsomisen jälkeen").waitFor({ state: "detached" });
    await page.getByText("lähettämättä").waitFor({ state: "detached" });
  });

  it("tells of lateness and of a closed door, by large buttons", async () => {
    await setTime("09:24");
    await page.clock.runFor(11_000);
    await button("Muu").first().click();
    await button("Olen myöhässä").click();
    await page.getByRole("dialog").getByRole("button", { name: "15 min" }).click();
    await letGo();
    await button("Muu").first().click();
    await button("Asiakas ei kotona").click();
    await letGo();
    await page.getByText("2/5 tehty").waitFor();
    const last = async (): Promise<unknown[]> =>
      (await events()).slice(-2).map(({ kind, visitId, minutes }) => [kind, visitId, minutes]);
    await expect.poll(last).toEqual([
      ["running-late", "v3", 15],
      ["not-at-home", "v3", null],
    ]);
    await page.getByText("Takana: 2").click();
    await page.getByText("Ei ollut kotona").waitFor();
    await page.getByText("Tehty 07.29–07.58").waitFor();
    await page.getByText("Takana: 2").click();
  });

  it("can be put on the home screen", async () => {
    const manifest = await page.evaluate<{ display: string; icons: { src: string; sizes: string }[] }>(
      `fetch(document.querySelector("link[rel=manifest]").href).then((answer) => answer.json())`,
    );
    expect(manifest.display).toBe("standalone");
    for (const { src } of manifest.icons)
      expect((await fetch(`${stage.site.url}/phone/${src}`)).status, src).toBe(200);
    await page.goto(`${stage.site.url}/phone/#more`);
    // Browsers ask when they see fit; a test has to ask for them.
    await page.evaluate(`dispatchEvent(Object.assign(new Event("beforeinstallprompt"), {
      prompt: async () => { document.title = "asked"; },
    }))`);
    await button("Lisää aloitusnäyttöön").click();
    await expect.poll(() => page.title()).toBe("asked");
    await button("Lisää aloitusnäyttöön").waitFor({ state: "detached" });
    await page.goto(`${stage.site.url}/phone/#today`);
  });

  it("speaks three languages on every page, without findings", async () => {
    const names = { Suomi: "Aloita käynti", Svenska: "Börja besöket", English: "Check in" };
    for (const [name, checkIn] of Object.entries(names)) {
      const letter = name.slice(0, 2).toLowerCase();
      await page.goto(`${stage.site.url}/phone/#more`);
      await page.getByLabel(name).check();
      expect(await page.evaluate("document.documentElement.lang")).toBe(letter === "su" ? "fi" : letter);
      for (const at of PAGES) {
        await open(at);
        expect(await seriousFindings(page), `${name} ${at}`).toEqual([]);
        expect(await page.evaluate(MISFITS), `${name} ${at}`).toEqual([]);
        if (at !== "messages") await shot(`${at}-${letter === "su" ? "fi" : letter}`);
      }
      await button(checkIn).waitFor();
      for (const [at, opens, steps] of SHEETS) {
        for (const step of ["", ...steps]) {
          await open(at);
          await page.locator(opens).first().click();
          if (step !== "") await page.locator(`dialog[open] ${step}`).click();
          expect(await seriousFindings(page), `${name} ${opens} ${step}`).toEqual([]);
          expect(await page.evaluate(MISFITS), `${name} ${opens} ${step}`).toEqual([]);
          await page.keyboard.press("Escape");
          await page.locator("dialog[open]").waitFor({ state: "detached" });
        }
      }
      await open("today");
    }
  });

  it("stays readable in the dark, in bright sun and with letters of twice the size", async () => {
    for (const [name, media] of Object.entries({
      dark: { colorScheme: "dark" },
      contrast: { contrast: "more" },
      "dark contrast": { colorScheme: "dark", contrast: "more" },
    } as const)) {
      await page.emulateMedia({ colorScheme: "light", contrast: "no-preference", ...media });
      for (const at of PAGES) {
        await open(at);
        expect(await seriousFindings(page), `${name} ${at}`).toEqual([]);
        if (name === "dark" && at === "today") await shot("today-dark");
      }
    }
    await page.emulateMedia({ colorScheme: "light", contrast: "no-preference" });
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    for (const at of PAGES) {
      await open(at);
      expect(await page.evaluate(MISFITS), `large ${at}`).toEqual([]);
    }
    await shot("today-large");
    await page.evaluate("document.documentElement.style.fontSize = ''");
  });

  it("forgets clients a day after the last contact", async () => {
    await page.context().setOffline(true);
    await page.clock.setSystemTime(instantOf("09:30") + 24 * 3_600_000);
    await page.reload();
    await page.getByText("The list was removed").waitFor();
    const left = await page.evaluate<Record<string, number>>(COUNT_RECORDS);
    expect([left["days"], left["notes"], left["messages"]]).toEqual([0, 0, 0]);
    expect(await page.content()).not.toContain("Maryam Hosseini");
    await page.context().setOffline(false);
    await setTime("09:31");
    await page.reload();
    await page.getByRole("heading", { name: "Maryam Hosseini" }).waitFor();
  });

  it("leaves nothing behind when she signs out", async () => {
    await page.goto(`${stage.site.url}/phone/#more`);
    await button("Sign out").click();
    await page.getByText("Lists, notes and messages are removed from this phone.").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole("dialog").getByRole("button", { name: "Sign out" }).click();
    await page.getByLabel("Nurse id").waitFor();
    const left = await page.evaluate<Record<string, number>>(COUNT_RECORDS);
    expect(left).toEqual({ meta: 0, days: 0, looks: 0, notes: 0, messages: 0, entries: 0 });
    const cached = await page.evaluate<string[]>(CACHED_PATHS);
    expect(cached.filter((url) => !/^\/phone\/(assets\/[^/]+|[\w.-]+)?$/.test(url))).toEqual([]);
    expect(faults).toEqual([]);
  });
});
