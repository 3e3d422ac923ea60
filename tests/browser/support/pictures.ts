/** Pictures of pages, kept where `KOTIKIERROS_SCREENS` names a folder. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { inPalette } from "./palette.js";

/** `NAME-WIDTH.png` of what is in sight. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env["KOTIKIERROS_SCREENS"];
  const size = page.viewportSize();
  if (folder === undefined || size === null) return;
  mkdirSync(folder, { recursive: true });
  const picture = await page.screenshot({ animations: "disabled", scale: "css" });
  writeFileSync(path.join(folder, `${name}-${size.width}.png`), inPalette(picture));
}
