/**
 * One OSRM server over HTTP: few requests at once, each with a time limit, repeated with
 * jittered pauses when the fault may pass, and none at all for a while after a row of
 * failures, so that a dead server costs moments and not minutes.
 */
import {
  BrokenCircuitError,
  type BulkheadPolicy,
  ConsecutiveBreaker,
  ExponentialBackoff,
  TaskCancelledError,
  TimeoutStrategy,
  bulkhead,
  circuitBreaker,
  handleWhen,
  retry,
  timeout,
  wrap,
} from "cockatiel";
import type { Coordinate } from "./earth.js";
import { simplifyLine } from "./simplify.js";
import {
  BadAnswer,
  type OsrmTable,
  readLine,
  readMapVersion,
  readNearestSnap,
  readTable,
} from "./osrmAnswer.js";

/** How far a line on the map may lie from the way: less than a street is wide. */
const LINE_METRES = 2;

export interface OsrmLimits {
  /** Different coordinates in one table request; the server's --max-table-size, whose default is 100. */
  readonly tableLimit: number;
  /** Requests under way at once. */
  readonly concurrency: number;
  /** For one try, from sending to the whole answer read. */
  readonly timeoutMs: number;
  /** Tries after the first. */
  readonly retries: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** Failed tries in a row after which the server is left alone, and for how long. */
  readonly breakAfter: number;
  readonly breakMs: number;
}

export const DEFAULT_LIMITS: OsrmLimits = {
  tableLimit: 100,
  concurrency: 4,
  timeoutMs: 10_000,
  retries: 3,
  firstPauseMs: 150,
  longestPauseMs: 3_000,
  breakAfter: 5,
  breakMs: 10_000,
};

/** `down`: may pass by itself. `refused`: the server answers and says no. `answer`: what came is no table. */
export type ServerTrouble = "down" | "refused" | "answer";

/** Why a server gave no times. The message names neither coordinates nor the full address. */
export class OsrmError extends Error {
  constructor(
    readonly trouble: ServerTrouble,
    message: string,
  ) {
    super(message);
  }
}

/** Enough of the global `fetch`, so that recorded answers can stand in. */
export type Fetch = (url: string, init: { signal: AbortSignal; redirect: "error" }) => Promise<Response>;

const mayPass = (error: unknown): boolean =>
  error instanceof TaskCancelledError || (error instanceof OsrmError && error.trouble === "down");

/** A coordinate as OSRM writes it, longitude first, at six decimals (0.1 m). */
const written = ({ lat, lon }: Coordinate): string => `${lon.toFixed(6)},${lat.toFixed(6)}`;

function policies(limits: OsrmLimits, onTrouble: (error: Error) => void) {
  const passing = handleWhen(mayPass);
  const breaker = circuitBreaker(passing, {
    halfOpenAfter: limits.breakMs,
    breaker: new ConsecutiveBreaker(limits.breakAfter),
  });
  breaker.onFailure(({ reason }) => {
    if ("error" in reason && mayPass(reason.error)) onTrouble(reason.error);
  });
  return wrap(
    retry(passing, {
      maxAttempts: limits.retries,
      backoff: new ExponentialBackoff({ initialDelay: limits.firstPauseMs, maxDelay: limits.longestPauseMs }),
    }),
    breaker,
    timeout(limits.timeoutMs, TimeoutStrategy.Aggressive),
  );
}

export class OsrmServer {
  /** Scheme, host and port, for messages: a path or a query could hold a key. */
  readonly origin: string;
  readonly limits: OsrmLimits;
  private readonly base: string;
  private readonly gate: BulkheadPolicy;
  private readonly policy: ReturnType<typeof policies>;
  /** Why the last failed try failed, for the time in which no try is made. */
  private lastTrouble = "no answer";

  /**
   * @param url address before `/table/v1/...`, http or https
   * @param profile the part after `v1/`, such as `driving`
   */
  constructor(
    url: string,
    readonly profile: string,
    limits: Partial<OsrmLimits> = {},
    private readonly fetch: Fetch = globalThis.fetch,
  ) {
    this.limits = { ...DEFAULT_LIMITS, ...limits };
    this.origin = new URL(url).origin;
    this.base = url.replace(/\/+$/, "");
    this.gate = bulkhead(this.limits.concurrency, Number.POSITIVE_INFINITY);
    this.policy = policies(this.limits, (error) => {
      this.lastTrouble = error instanceof OsrmError ? error.message : this.slow();
    });
  }

  private slow(): string {
    return `no answer within ${this.limits.timeoutMs} ms`;
  }

  /** Times and distances of every source to every destination; at least two different coordinates in all. */
  async table(
    coordinates: readonly Coordinate[],
    sources: readonly number[],
    destinations: readonly number[],
    signal?: AbortSignal,
  ): Promise<OsrmTable> {
    const path = `/table/v1/${this.profile}/${coordinates.map(written).join(";")}`;
    const query = `annotations=duration,distance&generate_hints=false&sources=${sources.join(";")}&destinations=${destinations.join(";")}`;
    const body = await this.ask(`${path}?${query}`, signal);
    return this.read(() => readTable(body, sources.length, destinations.length));
  }

  /** The way between two different coordinates as a line, simplified by the server for its whole length. */
  async line(
    from: Coordinate,
    to: Coordinate,
    signal?: AbortSignal,
  ): Promise<readonly (readonly [number, number])[]> {
    const path = `/route/v1/${this.profile}/${written(from)};${written(to)}`;
    const query = "overview=full&geometries=geojson&steps=false&generate_hints=false";
    const body = await this.ask(`${path}?${query}`, signal);
    return simplifyLine(
      this.read(() => readLine(body)),
      LINE_METRES,
    );
  }

  /** The nearest road to one coordinate, whole metres away, and the server's map. */
  async nearest(
    coordinate: Coordinate,
    signal?: AbortSignal,
  ): Promise<{ metres: number; mapVersion: string | undefined }> {
    const path = `/nearest/v1/${this.profile}/${written(coordinate)}?number=1&generate_hints=false`;
    const body = await this.ask(path, signal);
    return this.read(() => ({ metres: readNearestSnap(body), mapVersion: readMapVersion(body) }));
  }

  private read<T>(reader: () => T): T {
    try {
      return reader();
    } catch (error) {
      if (error instanceof BadAnswer) throw new OsrmError("answer", error.message);
      throw error;
    }
  }

  private async ask(path: string, signal?: AbortSignal): Promise<unknown> {
    try {
      // The gate gets no signal: it forgets to call the next in its queue when a cancelled one leaves.
      return await this.gate.execute(async () => {
        signal?.throwIfAborted();
        return await this.policy.execute((context) => this.once(path, context.signal), signal);
      });
    } catch (error) {
      if (error instanceof OsrmError) throw error;
      signal?.throwIfAborted();
      if (error instanceof TaskCancelledError) throw new OsrmError("down", this.slow());
      if (error instanceof BrokenCircuitError) {
        const { breakAfter, breakMs } = this.limits;
        const rest = `${breakAfter} tries failed in a row, so it is left alone for ${breakMs} ms`;
        throw new OsrmError("down", `${this.lastTrouble}; ${rest}`);
      }
      throw error;
    }
  }

  private async once(path: string, signal: AbortSignal): Promise<unknown> {
    let response: Response;
    let text: string;
    try {
      response = await this.fetch(this.base + path, { signal, redirect: "error" });
      text = await response.text();
    } catch (error) {
      signal.throwIfAborted();
      throw new OsrmError("down", networkReason(error));
    }
    if (response.status === 429 || response.status >= 500)
      throw new OsrmError("down", `HTTP ${response.status}`);
    let body: unknown;
    try {
      body = JSON.parse(text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw response.ok
        ? new OsrmError("answer", "not JSON")
        : new OsrmError("refused", `HTTP ${response.status}`);
    }
    const code = typeof body === "object" && body !== null && "code" in body ? String(body.code) : "no code";
    if (response.ok && code === "Ok") return body;
    throw new OsrmError("refused", `HTTP ${response.status}, ${code}`);
  }
}

/** The system's own word for a failed connection, such as ECONNREFUSED. */
function networkReason(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (typeof cause === "object" && cause !== null && "code" in cause) return String(cause.code);
  return cause instanceof Error ? cause.name : "the connection failed";
}
