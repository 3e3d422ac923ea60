/** The provider of travel times: road servers by mode, a cache before them, an estimate where allowed. */
import type { Fault } from "../contracts/fault.js";
import type { Problem, TravelMode } from "../contracts/problemSchema.js";
import type { TravelSource } from "../domain/travelSource.js";
import type { TravelCache } from "./cache.js";
import { DEFAULT_FACTORS, type EstimateFactors, estimateMode, seasonOf } from "./estimate.js";
import { travelFaults } from "./faults.js";
import { MapChanged, askMode } from "./osrmMode.js";
import { type Fetch, OsrmError, type OsrmLimits, OsrmServer } from "./osrmServer.js";
import { type Points, pointsOf } from "./points.js";
import { profileOf } from "./profiles.js";
import type { FillOptions, FillResult, TravelCounts, TravelTimes } from "./port.js";
import { judgePlaces } from "./snapping.js";

export interface OsrmModeConfig {
  /** Address before `/table/v1/...`. */
  readonly url: string;
  /** The part after `v1/`. Default: driving, cycling, walking for car, bike, walk, else the mode's own name. */
  readonly profile?: string;
  /** The map's name where the server gives no `data_version`. Without either, nothing is cached. */
  readonly mapVersion?: string;
  /** YYYY-MM-DD, for recorded answers. */
  readonly recorded?: string;
  /** Default: OpenStreetMap's contributors, whose map nearly every OSRM serves. */
  readonly attribution?: string;
  readonly limits?: Partial<OsrmLimits>;
  readonly fetch?: Fetch;
}

export interface TravelConfig {
  readonly osrm?: Readonly<Record<string, OsrmModeConfig>>;
  readonly cache?: TravelCache;
  readonly estimateAllowed?: boolean;
  /** By mode, beside and instead of {@link DEFAULT_FACTORS}. */
  readonly estimate?: Readonly<Record<string, EstimateFactors>>;
}

const OSM = "OpenStreetMap contributors, ODbL";

interface FilledMode {
  readonly mode: TravelMode;
  readonly source: TravelSource;
  readonly counts?: TravelCounts;
  readonly warnings: readonly Fault[];
}
type ModeResult = FilledMode | { readonly faults: readonly Fault[]; readonly warnings: readonly Fault[] };

interface Server {
  readonly config: OsrmModeConfig;
  readonly server: OsrmServer;
}

/** Keep one for the life of a process: the circuit breakers remember between fills. Throws on an address that is no URL. */
export function createTravelTimes(config: TravelConfig): TravelTimes {
  return new RoadTravelTimes(config);
}

class RoadTravelTimes implements TravelTimes {
  private readonly servers: ReadonlyMap<string, Server>;
  private readonly factors: Readonly<Record<string, EstimateFactors>>;

  constructor(private readonly config: TravelConfig) {
    this.factors = { ...DEFAULT_FACTORS, ...config.estimate };
    this.servers = new Map(
      Object.entries(config.osrm ?? {}).map(([mode, one]) => {
        const profile = one.profile ?? profileOf(mode);
        return [mode, { config: one, server: new OsrmServer(one.url, profile, one.limits, one.fetch) }];
      }),
    );
  }

  async fill(problem: Problem, options: FillOptions = {}): Promise<FillResult> {
    const points = pointsOf(problem.places);
    const entries = await Promise.all(
      Object.entries(problem.travel.modes).map(async ([id, mode]): Promise<[string, ModeResult]> => [
        id,
        await this.mode(problem, id, mode, points, options),
      ]),
    );
    const warnings = entries.flatMap(([, result]) => result.warnings);
    const faults = entries.flatMap(([, result]) => ("faults" in result ? result.faults : []));
    if (faults.length > 0) return { ok: false, faults, warnings };
    const filled = entries.filter((entry): entry is [string, FilledMode] => "mode" in entry[1]);
    const modes = Object.fromEntries(filled.map(([id, result]) => [id, result.mode]));
    return {
      ok: true,
      problem: { ...problem, travel: { ...problem.travel, modes } },
      sources: Object.fromEntries(filled.map(([id, result]) => [id, result.source])),
      counts: Object.fromEntries(
        filled.flatMap(([id, result]) => (result.counts ? [[id, result.counts]] : [])),
      ),
      warnings,
    };
  }

  private async mode(
    problem: Problem,
    id: string,
    mode: TravelMode,
    points: Points,
    options: FillOptions,
  ): Promise<ModeResult> {
    if (mode.durations) return { mode, source: mode.source ?? { kind: "given" }, warnings: [] };
    const allowed = options.estimateAllowed ?? this.config.estimateAllowed ?? false;
    const server = this.servers.get(id);
    if (!server) {
      return allowed
        ? this.estimate(problem, id, mode)
        : { faults: [travelFaults.noServer(id)], warnings: [] };
    }
    try {
      return await this.ask(problem, id, mode, points, server, options.signal);
    } catch (error) {
      const fault = serverFault(id, server.server.origin, error);
      if (!fault) throw error;
      return allowed ? this.estimate(problem, id, mode, fault) : { faults: [fault], warnings: [] };
    }
  }

  private async ask(
    problem: Problem,
    id: string,
    mode: TravelMode,
    points: Points,
    { config, server }: Server,
    signal: AbortSignal | undefined,
  ): Promise<ModeResult> {
    const { table, counts, mapVersion } = await askMode(
      id,
      points,
      server,
      this.config.cache,
      config.mapVersion,
      signal,
    );
    const { faults, warnings } = judgePlaces(id, problem.places, table);
    if (faults.length > 0) return { faults, warnings };
    const source: TravelSource = {
      kind: "osrm",
      profile: server.profile,
      ...(mapVersion === undefined ? {} : { mapVersion }),
      ...(config.recorded === undefined ? {} : { recorded: config.recorded }),
      attribution: config.attribution ?? OSM,
    };
    const durations = table.overPlaces((a, b) => table.secondsOf(a, b));
    const distances = table.overPlaces((a, b) => table.metresOf(a, b));
    return { mode: { ...mode, durations, distances, source }, source, counts, warnings };
  }

  /** `because`: the fault of the road server that the estimate stands in for, which is then a warning. */
  private estimate(problem: Problem, id: string, mode: TravelMode, because?: Fault): ModeResult {
    const factors = Object.hasOwn(this.factors, id) ? this.factors[id] : undefined;
    if (!factors) {
      const unknown = travelFaults.noEstimate(id, Object.keys(this.factors));
      return { faults: because ? [because, unknown] : [unknown], warnings: [] };
    }
    const { durations, distances, source } = estimateMode(
      problem.places,
      factors,
      seasonOf(problem),
      because?.code,
    );
    return {
      mode: { ...mode, durations, distances, source },
      source,
      warnings: because ? [travelFaults.estimated(id, because)] : [],
    };
  }
}

/** The fault for a server's failure; undefined for anything else, which is thrown on. */
function serverFault(mode: string, origin: string, error: unknown): Fault | undefined {
  if (error instanceof MapChanged) return travelFaults.mapVersion(mode, origin, error.expected, error.got);
  if (!(error instanceof OsrmError)) return undefined;
  if (error.trouble === "down") return travelFaults.serverDown(mode, origin, error.message);
  if (error.trouble === "refused") return travelFaults.serverRefused(mode, origin, error.message);
  return travelFaults.serverAnswer(mode, origin, error.message);
}
