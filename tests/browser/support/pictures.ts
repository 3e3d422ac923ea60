/** Pictures of pages, kept where `KOTIKIERROS_SCREENS` names a folder. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import sharp from "sharp";

/** `NAME-WIDTH.png` of what is in sight, in 256 colours: a third of the bytes, and nobody sees the difference. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env["KOTIKIERROS_SCREENS"];
  const size = page.viewportSize();
  if (folder === undefined || size === null) return;
  mkdirSync(folder, { recursive: true });
  const picture = await page.screenshot({ animations: "disabled", scale: "css" });
  await sharp(picture)
    .png({ palette: true, dither: 0, effort: 10 })
    .toFile(path.join(folder, `${name}-${size.width}.png`));
}
