/** Whose phone it is: sign-in, sessions that end, and two nurses with one phone. */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { hasBrowser } from "./support/chromium.js";
import { keepPicture } from "./support/pictures.js";
import { DATE, instantOf, startPhoneSite } from "./support/phoneSite.js";
import { openPage, seriousFindings } from "./support/site.js";
import { stageWith } from "./support/stage.js";

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, locale: "sv-FI" };

describe.runIf(hasBrowser())("a phone with sign-in", () => {
  const stage = stageWith(() => startPhoneSite(true));
  let page: Page;
  let faults: readonly string[];
  const button = (name: string | RegExp) => page.getByRole("button", { name });
  const signIn = async (name: string, password = stage.site.password): Promise<void> => {
    await page.getByLabel("Användarnamn").fill(name);
    await page.getByLabel("Lösenord").fill(password);
    await button("Logga in").click();
  };
  const checkIns = async (): Promise<string[]> =>
    (await stage.site.service.database.actuals.events.list({ from: DATE, to: DATE })).map(
      ({ kind, nurseId, visitId }) => `${kind} ${nurseId} ${visitId}`,
    );

  beforeAll(async () => {
    ({ page, faults } = await openPage(stage.browser, stage.site, PHONE));
    await page.clock.install({ time: instantOf("07:05") });
  });

  it("lets in who knows the password, and shows her round and nobody else's", async () => {
    await page.goto(`${stage.site.url}/phone/`);
    await page.getByLabel("Lösenord").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await keepPicture(page, "phone-sign-in-sv");
    await signIn("aino", "something-else-26");
    await page.getByText("Användarnamnet eller lösenordet är fel.").waitFor();
    await signIn("aino");
    await page.getByRole("heading", { name: "Helmi Koskinen" }).waitFor();
    await page.getByText("0 av 6 gjorda").waitFor();
    const other = await page.evaluate<number>(
      `fetch("/nurses/bo/visits?date=${DATE}").then(({ status }) => status)`,
    );
    expect(other).toBe(404);
  });

  it("keeps what was recorded when the session ends, and for its own nurse", async () => {
    await page.context().setOffline(true);
    await button("Börja besöket").click();
    await button("Ångra").waitFor();
    await page.clock.runFor(7_000);
    await page.getByText("1 osänt").waitFor();
    await page.context().clearCookies();
    await page.context().setOffline(false);
    await page.getByText(/Din inloggning har gått ut/).waitFor();
    await signIn("bo");
    await page.getByText(/1 anteckning av en annan vårdare/).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await checkIns()).toEqual([]);
    await button("Logga in som en annan vårdare").click();
    await signIn("aino");
    await page.getByText(/Pågår sedan/).waitFor();
    await expect.poll(checkIns).toEqual(["check-in aino v1"]);
  });

  it("shows the next nurse nothing of the last one", async () => {
    await page.goto(`${stage.site.url}/phone/#more`);
    await button("Logga ut").click();
    await page.getByRole("dialog").getByRole("button", { name: "Logga ut" }).click();
    await page.getByLabel("Lösenord").waitFor();
    await signIn("bo");
    await page.getByText("Inloggad: bo").waitFor();
    await page.goto(`${stage.site.url}/phone/#today`);
    await page.getByText("0 av 1 gjorda").waitFor();
    expect(await page.content()).not.toContain("Helmi Koskinen");
  });

  it("carries messages both ways, also those written without network", async () => {
    const { messages } = stage.site.service.database.contact;
    await messages.add({
      id: "message-1",
      nurseId: "bo",
      direction: "to-nurse",
      author: "coordinator-1",
      visitId: null,
      date: null,
      text: "Portkoden på Mannerheimvägen är ny",
      sentAt: new Date(instantOf("07:00")),
      readAt: null,
    });
    await page.clock.runFor(61_000);
    await page.getByRole("link", { name: /Meddelanden/ }).click();
    await page.getByText("Portkoden på Mannerheimvägen är ny").waitFor();
    await expect.poll(async () => (await messages.find("message-1"))?.readAt).not.toBeNull();
    await page.context().setOffline(true);
    await page.getByLabel("Skriv till verksamhetsplaneraren").fill("Tack, jag vet");
    await button("Sänd").click();
    await page.getByText("Väntar på att sändas").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.context().setOffline(false);
    await page.getByText("Väntar på att sändas").waitFor({ state: "detached" });
    await page.getByText("Tack, jag vet").waitFor();
    await keepPicture(page, "phone-messages-sv");
    const written = await messages.list({ nurseId: "bo", limit: 10 });
    expect(written.map(({ direction, text }) => `${direction} ${text}`)).toEqual([
      "to-nurse Portkoden på Mannerheimvägen är ny",
      "from-nurse Tack, jag vet",
    ]);
  });

  it("makes a calendar link that names no client, and ends it", async () => {
    await page.goto(`${stage.site.url}/phone/#more`);
    await button("Skapa en länk").click();
    const address = await page.getByRole("textbox", { name: "Kalenderlänk" }).inputValue();
    const feed = await fetch(address);
    const text = await feed.text();
    expect(text).toContain("BEGIN:VCALENDAR");
    expect(text).not.toContain("Mäkelä");
    expect(await seriousFindings(page)).toEqual([]);
    await button(/^Ta bort/).click();
    await button(/^Ta bort/).waitFor({ state: "detached" });
    expect((await fetch(address)).status).toBe(404);
  });

  it("ends the session also when she signs out without network", async () => {
    await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
    await page.context().setOffline(true);
    await page.goto(`${stage.site.url}/phone/#more`);
    await button("Logga ut").click();
    await page.getByRole("dialog").getByRole("button", { name: "Logga ut" }).click();
    await page.getByLabel("Lösenord").waitFor();
    await page.context().setOffline(false);
    const session = () => page.evaluate<number>(`fetch("/me").then(({ status }) => status)`);
    await expect.poll(session).toBe(401);
    await page.reload();
    await page.getByLabel("Lösenord").waitFor();
    expect(faults).toEqual([]);
  });
});
