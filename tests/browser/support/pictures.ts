/** Pictures of pages, kept where `KOTIKIERROS_SCREENS` names a folder. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";

/** `NAME-WIDTH.png` of what is in sight. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env["KOTIKIERROS_SCREENS"];
  const size = page.viewportSize();
  if (folder === undefined || size === null) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({
    path: path.join(folder, `${name}-${size.width}.png`),
    animations: "disabled",
    scale: "css",
  });
}
