/** Debian's chromium, driven by playwright-core. */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Path of the browser: `CHROMIUM`, or where Debian puts it. Undefined: none here. */
export function chromiumPath(): string | undefined {
  return [process.env["CHROMIUM"], "/usr/bin/chromium"].find(
    (file) => file !== undefined && existsSync(file),
  );
}

/**
 * Whether the tests of a file can run. Without a browser they are skipped with a loud line, or
 * fail where `KOTIKIERROS_NEEDS_BROWSER=1` says that there must be one.
 */
export function hasBrowser(): boolean {
  if (chromiumPath() !== undefined) return true;
  const todo = "install it (apt-get install chromium) or name it in CHROMIUM";
  if (process.env["KOTIKIERROS_NEEDS_BROWSER"] === "1") throw new Error(`no chromium: ${todo}`);
  process.stderr.write(`\n*** SKIPPED: no chromium here; ${todo}\n\n`);
  return false;
}

export async function launchBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error("no chromium; ask hasBrowser first");
  return chromium.launch({
    executablePath,
    // CI runs as root, where chromium's own sandbox does not start; WebGL is drawn in software.
    args: [
      "--no-sandbox",
      "--disable-dev-shm-usage",
      "--enable-unsafe-swiftshader",
      "--font-render-hinting=none",
    ],
  });
}
