/** The board's day in a browser: opened, scrolled, dragged on, and watched while that happens. */
import type { Browser, CDPSession, Page } from "playwright-core";
import { framesOf, type TraceEvent } from "./trace.js";

const SIZE = { width: 1920, height: 1080 };
/** Enough of a day that somebody can begin to read it. */
const USEFUL_VISITS = 20;

/** Notes when the first visits are on the screen, and marks every frame for the trace. */
const WATCHER = `
  localStorage.setItem("kotikierros.map", "closed");
  const look = () => {
    performance.mark("frame");
    if (window.usefulPaint === undefined && document.querySelectorAll(".visit").length >= ${USEFUL_VISITS}) {
      requestAnimationFrame(() => { window.usefulPaint ??= performance.now(); });
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

interface Movable {
  readonly visitId: string;
  readonly shiftId: string;
}

export class BoardPage {
  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession,
    /** Milliseconds from the address to the first useful paint. */
    readonly paint: number,
  ) {}

  static async open(browser: Browser, url: string, date: string, planId: string): Promise<BoardPage> {
    // The page's policy forbids what playwright waits by.
    const context = await browser.newContext({ viewport: SIZE, bypassCSP: true });
    await context.addInitScript(WATCHER);
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    await page.goto(`${url}/board/#/day/${date}/${planId}`);
    await page.waitForFunction("window.usefulPaint !== undefined");
    const paint = await page.evaluate<number>("window.usefulPaint");
    return new BoardPage(page, await context.newCDPSession(page), paint);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  /** @returns milliseconds that the main thread worked for each frame meanwhile (processor time) */
  async traced(action: () => Promise<void>): Promise<number[]> {
    const events: TraceEvent[] = [];
    const collect = ({ value }: { readonly value: unknown }): void => {
      events.push(...(value as TraceEvent[]));
    };
    this.session.on("Tracing.dataCollected", collect);
    await this.page.waitForTimeout(500);
    await this.session.send("Tracing.start", {
      transferMode: "ReportEvents",
      traceConfig: {
        includedCategories: ["toplevel", "devtools.timeline", "blink.user_timing", "__metadata"],
      },
    });
    await action();
    const done = new Promise<void>((resolve) => {
      this.session.once("Tracing.tracingComplete", () => resolve());
    });
    await this.session.send("Tracing.end");
    await done;
    this.session.off("Tracing.dataCollected", collect);
    return framesOf(events);
  }

  /** Down through all rows and up again, as a wheel does. */
  async scroll(times: number): Promise<void> {
    await this.page.mouse.move(SIZE.width / 3, SIZE.height / 2);
    for (let i = 0; i < times; i += 1) {
      for (const step of [90, -90]) {
        for (let wheel = 0; wheel < 40; wheel += 1) {
          await this.page.mouse.wheel(0, step);
          await this.page.waitForTimeout(16);
        }
      }
    }
  }

  /** Carries a visit to and fro over the rows in sight, and lets it go where it was. */
  async drag(steps: number): Promise<void> {
    const box = await this.boxOf(".visit");
    await this.page.mouse.move(box.x, box.y);
    await this.page.mouse.down();
    for (let i = 0; i < steps; i += 1) {
      const turn = (i / steps) * Math.PI * 6;
      const x = SIZE.width * (0.45 + 0.25 * Math.sin(turn * 1.3));
      const y = SIZE.height * (0.55 + 0.33 * Math.sin(turn));
      await this.page.mouse.move(x, y);
      await this.page.waitForTimeout(8);
    }
    await this.page.keyboard.press("Escape");
    await this.page.mouse.up();
  }

  private async boxOf(selector: string): Promise<{ x: number; y: number }> {
    const box = await this.page.locator(selector).first().boundingBox();
    if (box === null) throw new Error(`${selector} is not on the page`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /**
   * Moves a visit to another row by the mouse.
   *
   * @returns milliseconds from letting go until the new version is drawn: the visit in its row, times, broken rules
   */
  async drop(round: number): Promise<number> {
    const visits = await this.page.evaluate<Movable[]>(
      `[...document.querySelectorAll(".row .visit")].map((v) => ({ visitId: v.dataset.visit, shiftId: v.dataset.shift }))`,
    );
    const visit = visits[(round * 7 + 3) % visits.length];
    const rows = await this.page.evaluate<string[]>(
      `[...document.querySelectorAll(".row")].map((row) => row.dataset.drop.slice("shift:".length))`,
    );
    const to = rows[(rows.indexOf(visit?.shiftId ?? "") + 1) % 8];
    if (visit === undefined || to === undefined) throw new Error("the page has no visit to move");
    const from = await this.boxOf(`.visit[data-visit="${visit.visitId}"]`);
    const target = await this.boxOf(`.row[data-drop="shift:${to}"] .label`);
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(from.x + 8, from.y + 8, { steps: 2 });
    await this.page.mouse.move(from.x, target.y, { steps: 3 });
    await this.page.waitForTimeout(150);
    await this.page.evaluate(`(() => {
      window.shownAt = undefined;
      addEventListener("pointerup", () => { window.droppedAt = performance.now(); }, { once: true, capture: true });
      const look = () => {
        const there = document.querySelector('.visit[data-visit="${visit.visitId}"][data-shift="${to}"]');
        if (there !== null && location.hash !== hash) window.shownAt = performance.now();
        else requestAnimationFrame(look);
      };
      const { hash } = location;
      requestAnimationFrame(look);
    })()`);
    await this.page.mouse.up();
    await this.page.waitForFunction("window.shownAt !== undefined");
    const took = await this.page.evaluate<number>("window.shownAt - window.droppedAt");
    await this.page.waitForTimeout(300);
    return took;
  }
}
