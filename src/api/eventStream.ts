/** One open event stream (server-sent events). */
import type { ServerResponse } from "node:http";

/** Progress is dropped while this many bytes wait for a slow reader; states never are. */
const MOST_WAITING_BYTES = 64 * 1024;

export class EventStream {
  private readonly timer: NodeJS.Timeout;
  private closed = false;
  private readonly onClose: (() => void)[] = [];

  constructor(
    private readonly response: ServerResponse,
    headers: Readonly<Record<string, string>>,
    heartbeat: number,
  ) {
    response.writeHead(200, {
      ...headers,
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    });
    // The reader waits this long before it connects again, milliseconds.
    response.write("retry: 2000\n\n");
    this.timer = setInterval(() => response.write(": alive\n\n"), heartbeat);
    this.timer.unref();
    response.on("close", () => this.finish());
  }

  whenClosed(callback: () => void): void {
    if (this.closed) callback();
    else this.onClose.push(callback);
  }

  private finish(): void {
    if (this.closed) return;
    this.closed = true;
    clearInterval(this.timer);
    for (const callback of this.onClose) callback();
  }

  send(event: string, data: unknown, options: { id?: string; droppable?: boolean } = {}): void {
    if (this.closed) return;
    if (options.droppable === true && this.response.writableLength > MOST_WAITING_BYTES) return;
    const id = options.id === undefined ? "" : `id: ${options.id}\n`;
    this.response.write(`event: ${event}\n${id}data: ${JSON.stringify(data)}\n\n`);
  }

  end(): void {
    if (this.closed) return;
    this.response.end();
    this.finish();
  }
}
