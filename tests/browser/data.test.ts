/** Standing data: lists and forms in words, faults beside their fields, rhythms, files looked at first. */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { hasBrowser } from "./support/chromium.js";
import { told } from "./support/day.js";
import { loadOffice } from "./support/office.js";
import { openPage, seriousFindings, startSite, type Watch } from "./support/site.js";
import { keepPicture } from "./support/pictures.js";
import { stageWith } from "./support/stage.js";

const KINDS = [
  ..."clients homes decisions requirements away-periods access-notes nurses qualifications".split(" "),
  ..."shifts absences visit-types areas units service-lines places vehicles closures".split(" "),
];

describe.runIf(hasBrowser())("standing data", () => {
  const stage = stageWith(startSite);
  beforeAll(async () => {
    await loadOffice(stage.site);
  });

  const clean = async ({ page, faults }: Watch): Promise<void> => {
    expect(faults).toEqual([]);
    expect(await seriousFindings(page)).toEqual([]);
  };
  const openKind = async (page: Page, kind: string): Promise<void> => {
    await page.goto(`${stage.site.url}/board/#/data/${kind}`);
    await page.locator(`.kinds a[href$="data/${kind}"][aria-current=page]`).waitFor();
    await page.locator(".records, .empty-list").first().waitFor();
  };
  const save = async (page: Page): Promise<void> =>
    page.locator("dialog").getByRole("button", { name: "Save" }).click();
  const field = (page: Page, key: string) => page.locator(`dialog [data-field="${key}"]`);
  const pick = async (page: Page, key: string, typed: string): Promise<void> => {
    const input = field(page, key).getByRole("combobox").first();
    await input.click();
    await input.fill(typed);
    await field(page, key).getByRole("option").first().waitFor();
    await input.press("Enter");
  };

  it.each(["en", "fi", "sv"])("has a form in words for every kind (%s)", async (language) => {
    const watch = await openPage(stage.browser, stage.site);
    const { page } = watch;
    await openKind(page, "clients");
    await page.locator("select.language").selectOption(language);
    for (const kind of KINDS) {
      await openKind(page, kind);
      await page.locator(".data-list .button.primary").click();
      const labels = await page.locator("dialog .field > label, dialog legend").allTextContents();
      expect(labels.length, kind).toBeGreaterThan(1);
      // A field without words of its own would show the key of the record.
      expect(
        labels.filter((label) => /^[a-z]+[A-Z][A-Za-z]+/.test(label.trim())),
        kind,
      ).toEqual([]);
      expect(await seriousFindings(page), kind).toEqual([]);
      await page.keyboard.press("Escape");
      await page.locator("dialog").waitFor({ state: "detached" });
    }
    await clean(watch);
  });

  it("stores a requirement: client and type by name, a rhythm in words, windows, skills", async () => {
    const watch = await openPage(stage.browser, stage.site);
    const { page } = watch;
    await openKind(page, "requirements");
    await page.getByRole("button", { name: "New" }).click();
    await save(page);
    await field(page, "typeId").locator(".field-error").waitFor();
    await clean(watch);
    await pick(page, "decisionId", "Aino Koivula");
    await pick(page, "typeId", "Demanding");
    await field(page, "validFrom").locator("input.input").fill("23/11/2026");
    await field(page, "rhythm").locator("select").first().selectOption("weekdays");
    await field(page, "rhythm").getByText("Thu", { exact: true }).click();
    await field(page, "rhythm").getByText("Mon", { exact: true }).click();
    await field(page, "rhythm").getByLabel("Repeats").selectOption("2");
    await expect
      .poll(() => field(page, "rhythm").locator(".said").textContent())
      .toBe("every other week on Mon, Thu");
    await field(page, "windows").getByRole("button", { name: "Add" }).click();
    await field(page, "windows").locator("input").first().fill("08:00");
    await pick(page, "requires", "wound");
    await field(page, "requires").getByText("wound care").first().waitFor();
    await keepPicture(page, "board-requirement");
    await save(page);
    // A window without an end: the API's fault stands at its field, in words.
    await field(page, "windows").getByText("1: Give both times").waitFor();
    await clean(watch);
    await field(page, "windows").locator("input").nth(1).fill("09:30");
    await save(page);
    await told(page, /Saved/);
    const { items } = (await (await fetch(`${stage.site.url}/requirements?clientId=c1`)).json()) as {
      items: { rhythm: object; requires?: string[]; windows: object[]; typeId: string }[];
    };
    const stored = items.find(({ requires }) => requires?.includes("wound-care"));
    expect(stored).toMatchObject({
      typeId: "demanding",
      rhythm: { kind: "rule", rrule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH" },
      windows: [{ from: "08:00", to: "09:30" }],
    });
    await page.getByRole("searchbox").fill("every other week");
    await expect.poll(() => page.locator(".records tbody tr").count()).toBe(1);
    await clean(watch);
  });

  it("edits a nurse by the keyboard alone and tells who was faster", async () => {
    const watch = await openPage(stage.browser, stage.site);
    const { page } = watch;
    await openKind(page, "nurses");
    await page.getByRole("button", { name: "Edit Aino Ekman" }).focus();
    await page.keyboard.press("Enter");
    await field(page, "pacePercent").locator("input").focus();
    await page.keyboard.type("30");
    await page.keyboard.press("Tab");
    await page.keyboard.type("soome");
    await save(page);
    await field(page, "pacePercent").getByText("Give 50 to 200").waitFor();
    await clean(watch);
    await field(page, "pacePercent").locator("input").fill("110");
    const { items, etags } = (await (await fetch(`${stage.site.url}/nurses?limit=100`)).json()) as {
      items: { id: string; name: string }[];
      etags: string[];
    };
    const at = items.findIndex(({ id }) => id === "n1");
    await fetch(`${stage.site.url}/nurses/n1`, {
      method: "PUT",
      headers: { "content-type": "application/json", "if-match": etags[at] ?? "" },
      body: JSON.stringify({ ...items[at], languages: ["fi", "en"] }),
    });
    await save(page);
    await page.locator("dialog").getByText("Somebody else has changed this").waitFor();
    await page.keyboard.press("Escape");
    await openKind(page, "areas");
    await openKind(page, "nurses");
    await page.getByRole("button", { name: "Edit Aino Ekman" }).click();
    await field(page, "pacePercent").locator("input").fill("110");
    await save(page);
    await told(page, /Saved/);
    const nurse = (await (await fetch(`${stage.site.url}/nurses/n1`)).json()) as Record<string, unknown>;
    expect(nurse).toMatchObject({ pacePercent: 110, languages: ["fi", "en"] });
    await clean(watch);
  });

  it("looks at a file before it is imported: changes, and faults by line", async () => {
    const watch = await openPage(stage.browser, stage.site);
    const { page } = watch;
    await openKind(page, "areas");
    await page.setInputFiles("input[type=file]", {
      name: "areas.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("id;name.en\nsouth;South end\n;Nameless\n"),
    });
    await page.locator("dialog .notice").first().waitFor();
    expect(await page.locator("dialog tbody tr").first().locator("td").first().textContent()).toBe("3");
    await clean(watch);
    await keepPicture(page, "board-import");
    await page.getByRole("button", { name: "Import the rows without faults" }).click();
    await told(page, /Imported/);
    await page.getByRole("cell", { name: "South end", exact: true }).waitFor();
    await clean(watch);
  });

  it("removes a record after asking, and says why one that is referred to stays", async () => {
    const watch = await openPage(stage.browser, stage.site);
    const { page } = watch;
    await openKind(page, "areas");
    await page.getByRole("button", { name: "Edit Kamppi" }).click();
    await page.locator("dialog").getByRole("button", { name: "Remove" }).click();
    await page.locator("dialog").getByRole("button", { name: "Yes, remove" }).click();
    await page.locator("dialog").getByText("Others still refer to this").waitFor();
    await clean(watch);
    expect((await fetch(`${stage.site.url}/areas/Kamppi`)).status).toBe(200);
  });

  it("draws lists at both sizes", async () => {
    for (const viewport of [
      { width: 1366, height: 768 },
      { width: 1920, height: 1080 },
    ]) {
      const watch = await openPage(stage.browser, stage.site, { viewport });
      await openKind(watch.page, "requirements");
      await watch.page.getByRole("cell", { name: "every day" }).first().waitFor();
      await clean(watch);
    }
  });
});
