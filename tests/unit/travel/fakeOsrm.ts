/**
 * An HTTP server on loopback that answers as osrm-routed does, from a formula: seconds are
 * the latitude difference and metres the longitude difference in millionths of a degree, plus
 * one in the direction of falling index. It can be told to fail.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Asked {
  readonly service: string;
  readonly profile: string;
  readonly coordinates: readonly (readonly [number, number])[];
  readonly sources: readonly number[];
  readonly destinations: readonly number[];
}

/** What the next request gets instead of its answer. */
export type Trouble = "drop" | "hang" | "html" | "no-distances" | { readonly status: number };

export interface FakeOptions {
  readonly tableLimit?: number;
  readonly version?: string | undefined;
  /** Metres to the road of a coordinate. */
  readonly snap?: (lon: number, lat: number) => number;
  /** Whether there is a way between two coordinates. */
  readonly way?: (from: readonly [number, number], to: readonly [number, number]) => boolean;
}

const millionths = (degrees: number): number => Math.round(degrees * 1e6);

/** What the fake answers for two coordinates in degrees, [lon, lat]. */
export function fakeSeconds(from: readonly [number, number], to: readonly [number, number]): number {
  return Math.abs(millionths(from[1]) - millionths(to[1])) + (from[1] > to[1] ? 1 : 0);
}
export function fakeMetres(from: readonly [number, number], to: readonly [number, number]): number {
  return Math.abs(millionths(from[0]) - millionths(to[0]));
}

export class FakeOsrm {
  readonly asked: Asked[] = [];
  /** Taken from the front, one for each request. */
  readonly troubles: Trouble[] = [];
  /** Requests that came, troubled ones too. */
  requests = 0;
  /** Greatest number of requests that were open at once. */
  peak = 0;
  delayMs = 0;
  options: FakeOptions;
  /** Stays what it was when the server has stopped, so that a test can ask where nobody listens. */
  url = "";
  private open = 0;
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly server: Server;

  private constructor(options: FakeOptions) {
    this.options = options;
    this.server = createServer((request, response) => this.serve(request, response));
  }

  static async start(options: FakeOptions = {}): Promise<FakeOsrm> {
    const fake = new FakeOsrm({ version: "map-1", ...options });
    await new Promise<void>((resolve) => {
      fake.server.listen(0, "127.0.0.1", resolve);
    });
    fake.url = `http://127.0.0.1:${(fake.server.address() as AddressInfo).port}`;
    return fake;
  }

  /** Directed pairs of different coordinates asked so far. */
  get pairs(): number {
    let count = 0;
    for (const { sources, destinations } of this.asked) {
      for (const a of sources) for (const b of destinations) if (a !== b) count++;
    }
    return count;
  }

  async stop(): Promise<void> {
    for (const timer of this.timers) clearTimeout(timer);
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
    });
  }

  private serve(request: IncomingMessage, response: ServerResponse): void {
    this.requests++;
    this.open++;
    this.peak = Math.max(this.peak, this.open);
    response.on("close", () => this.open--);
    const trouble = this.troubles.shift();
    if (trouble === "hang") return;
    if (trouble === "drop") {
      request.socket.destroy();
      return;
    }
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.answer(new URL(request.url ?? "/", this.url), response, trouble);
    }, this.delayMs);
    this.timers.add(timer);
  }

  /** A way with one corner: first along the latitude, then along the longitude. */
  private way(
    [from, to]: readonly (readonly [number, number])[],
    way: (from: readonly [number, number], to: readonly [number, number]) => boolean,
    send: (status: number, body: unknown) => void,
  ): void {
    if (!way(from!, to!)) return send(400, { code: "NoRoute" });
    const coordinates = [from!, [to![0], from![1]], to!];
    send(200, { code: "Ok", data_version: this.options.version, routes: [{ geometry: { coordinates } }] });
  }

  private answer(url: URL, response: ServerResponse, trouble: Trouble | undefined): void {
    const send = (status: number, body: unknown): void => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(typeof body === "string" ? body : JSON.stringify(body));
    };
    if (typeof trouble === "object") return send(trouble.status, { code: "Fake", message: "as told" });
    if (trouble === "html") return send(200, "<html>proxy</html>");
    const [, service, , profile, written] = url.pathname.split("/");
    const coordinates = written.split(";").map((pair): [number, number] => {
      const [lon, lat] = pair.split(",").map(Number);
      return [lon, lat];
    });
    const list = (key: string): number[] =>
      url.searchParams.get(key)?.split(";").map(Number) ?? coordinates.map((_, index) => index);
    const sources = list("sources");
    const destinations = list("destinations");
    const { version, snap = () => 5, way = () => true, tableLimit = 100 } = this.options;
    const named = version === undefined ? {} : { data_version: version };
    const waypoint = (index: number) => ({
      distance: snap(...coordinates[index]) + 0.2,
      location: coordinates[index],
    });
    if (service === "nearest") return send(200, { code: "Ok", ...named, waypoints: [waypoint(0)] });
    if (coordinates.length < 2) return send(400, { code: "InvalidOptions" });
    if (service === "route") return this.way(coordinates, way, send);
    if (coordinates.length > tableLimit) return send(400, { code: "TooBig" });
    this.asked.push({ service, profile, coordinates, sources, destinations });
    const cells = (value: typeof fakeSeconds) =>
      sources.map((a) =>
        destinations.map((b) => {
          const [from, to] = [coordinates[a], coordinates[b]];
          return way(from, to) ? value(from, to) + 0.3 : null;
        }),
      );
    send(200, {
      code: "Ok",
      ...named,
      durations: cells(fakeSeconds),
      ...(trouble === "no-distances" ? {} : { distances: cells(fakeMetres) }),
      sources: sources.map(waypoint),
      destinations: destinations.map(waypoint),
    });
  }
}
