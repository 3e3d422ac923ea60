/** Every fault and warning of travel times, with its values; codes and advice stand in the catalogue. */
import { FAULTS, type FaultCode } from "../contracts/faultCatalogue.js";
import { type Fault, type Path, pointer } from "../contracts/fault.js";

const fault = (code: FaultCode, path: Path, message: string): Fault => ({
  code,
  path: pointer(path),
  message,
  todo: FAULTS[code].todo,
});

const ofMode = (code: FaultCode, mode: string, message: string): Fault =>
  fault(code, ["travel", "modes", mode], message);

const farther = (
  code: FaultCode,
  mode: string,
  index: number,
  id: string,
  metres: number,
  limit: number,
): Fault =>
  fault(
    code,
    ["places", index],
    `place ${id} lies ${metres} m from the nearest road for ${mode}, more than ${limit} m`,
  );

export const travelFaults = {
  noServer: (mode: string): Fault =>
    ofMode("travel-no-server", mode, `mode ${mode} has no matrices, and no road server is configured for it`),
  noEstimate: (mode: string, known: readonly string[]): Fault =>
    ofMode(
      "travel-mode-unknown",
      mode,
      `mode ${mode} cannot be estimated: speeds are known for ${known.join(", ")}`,
    ),
  serverDown: (mode: string, server: string, why: string): Fault =>
    ofMode("travel-server-down", mode, `the road server for ${mode} at ${server} does not answer: ${why}`),
  serverRefused: (mode: string, server: string, why: string): Fault =>
    ofMode(
      "travel-server-refused",
      mode,
      `the road server for ${mode} at ${server} refused the request: ${why}`,
    ),
  serverAnswer: (mode: string, server: string, why: string): Fault =>
    ofMode(
      "travel-server-answer",
      mode,
      `the road server for ${mode} at ${server} gave an answer that is no table of times: ${why}`,
    ),
  mapVersion: (mode: string, server: string, expected: string, got: string): Fault =>
    ofMode(
      "travel-map-version",
      mode,
      `the road server for ${mode} at ${server} answers from map ${got}, expected ${expected}`,
    ),
  farPlace: (mode: string, index: number, id: string, metres: number, limit: number): Fault =>
    farther("place-far-from-road", mode, index, id, metres, limit),
  offRoad: (mode: string, index: number, id: string, metres: number, limit: number): Fault =>
    farther("place-off-road", mode, index, id, metres, limit),
  cutOff: (mode: string, index: number, id: string, noWay: number, others: number): Fault =>
    fault(
      "place-cut-off",
      ["places", index],
      `place ${id} has no way by ${mode} to or from ${noWay} of ${others} other places`,
    ),
  estimated: (mode: string, because: Fault): Fault =>
    ofMode(
      "travel-estimated",
      mode,
      `travel times of ${mode} are an estimate, because of ${because.code}: ${because.message}`,
    ),
} as const;
