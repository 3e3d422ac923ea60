/** What a file of browser tests runs in. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchBrowser } from "./chromium.js";

export interface Stage<S> {
  readonly browser: Browser;
  readonly site: S;
}

/** One browser and one site for all tests of the `describe` that calls this, closed behind them. Filled before its tests run. */
export function stageWith<S extends { close(): Promise<void> }>(start: () => Promise<S>): Stage<S> {
  const stage = {} as { browser: Browser; site: S };
  beforeAll(async () => {
    [stage.browser, stage.site] = await Promise.all([launchBrowser(), start()]);
  });
  afterAll(async () => {
    await stage.browser.close();
    await stage.site.close();
  });
  return stage;
}
