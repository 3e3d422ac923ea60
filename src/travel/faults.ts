/** Every fault and warning of travel times; the codes stand in docs/errors.md. */
import { type Fault, pointer } from "../contracts/fault.js";

const modePath = (mode: string): string => pointer(["travel", "modes", mode]);

export const travelFaults = {
  noServer: (mode: string): Fault => ({
    code: "travel-no-server",
    path: modePath(mode),
    message: `mode ${mode} has no matrices, and no road server is configured for it`,
    todo: `Give durations and distances in the problem, name a server (--osrm ${mode}=URL), or allow the estimate (--estimate).`,
  }),
  noEstimate: (mode: string, known: readonly string[]): Fault => ({
    code: "travel-mode-unknown",
    path: modePath(mode),
    message: `mode ${mode} cannot be estimated: speeds are known for ${known.join(", ")} only`,
    todo: "Use one of those modes, give matrices in the problem, or name a road server for the mode.",
  }),
  serverDown: (mode: string, server: string, why: string): Fault => ({
    code: "travel-server-down",
    path: modePath(mode),
    message: `the road server for ${mode} at ${server} does not answer: ${why}`,
    todo: "Start it (npm run osrm) or correct its address, then try again; or allow the estimate (--estimate).",
  }),
  serverRefused: (mode: string, server: string, why: string): Fault => ({
    code: "travel-server-refused",
    path: modePath(mode),
    message: `the road server for ${mode} at ${server} refused the request: ${why}`,
    todo: "Check that the address is an OSRM server of this mode and that tableLimit is no more than its --max-table-size.",
  }),
  serverAnswer: (mode: string, server: string, why: string): Fault => ({
    code: "travel-server-answer",
    path: modePath(mode),
    message: `the road server for ${mode} at ${server} gave an answer that is no table of times: ${why}`,
    todo: "Check that the address is an OSRM server (version 5.17 or newer, for distances) and nothing between changes its answers.",
  }),
  mapVersion: (mode: string, server: string, expected: string, got: string): Fault => ({
    code: "travel-map-version",
    path: modePath(mode),
    message: `the road server for ${mode} at ${server} answers from map ${got}, expected ${expected}`,
    todo: "If the map was renewed meanwhile, try again; if a map version is configured, correct it.",
  }),
  farPlace: (mode: string, placeIndex: number, placeId: string, metres: number, limit: number): Fault => ({
    code: "place-far-from-road",
    path: pointer(["places", placeIndex]),
    message: `place ${placeId} lies ${metres} m from the nearest road for ${mode}, more than ${limit} m`,
    todo: "Correct its coordinates (are lat and lon the right way round?), or use a map that covers it.",
  }),
  offRoad: (mode: string, placeIndex: number, placeId: string, metres: number, limit: number): Fault => ({
    code: "place-off-road",
    path: pointer(["places", placeIndex]),
    message: `place ${placeId} lies ${metres} m from the nearest road for ${mode}, more than ${limit} m`,
    todo: "Check its coordinates; the way between door and road is not in the travel times (setupSeconds can hold it).",
  }),
  cutOff: (mode: string, placeIndex: number, placeId: string, noWay: number, others: number): Fault => ({
    code: "place-cut-off",
    path: pointer(["places", placeIndex]),
    message: `place ${placeId} has no way by ${mode} to or from ${noWay} of ${others} other places`,
    todo: "Check its coordinates; its road may be closed to this mode or not joined to the others on the map.",
  }),
  estimated: (mode: string, code: string, why: string): Fault => ({
    code: "travel-estimated",
    path: modePath(mode),
    message: `travel times of ${mode} are an estimate from coordinates, as was allowed, because of ${code}: ${why}`,
    todo: "Plan again when the road server answers; times may be off by a third on a single leg.",
  }),
} as const;
