/**
 * Where the travel times of one mode came from. It stands beside the matrices of a filled
 * problem (`travel.modes.MODE.source`) and in every plan, so that a reader knows whether a
 * leg is a road, a recording or a guess. It holds nothing that differs between two runs on
 * the same map (no server address, no counts), so that plans stay comparable byte for byte.
 */
export type TravelSource =
  | {
      /** The matrices came with the problem and name no source. */
      readonly kind: "given";
    }
  | {
      readonly kind: "osrm";
      /** The profile part of the request, such as `driving`. */
      readonly profile: string;
      /** The server's `data_version`, or the version named in the configuration; absent: unknown. */
      readonly mapVersion?: string;
      /** YYYY-MM-DD on which the answers were recorded; only for recorded answers. */
      readonly recorded?: string;
      /** Whose map it is, when that must be named. */
      readonly attribution?: string;
    }
  | {
      readonly kind: "estimate";
      /** Road metres for each metre as the crow flies. */
      readonly detourFactor: number;
      /** Mean speed on the road. */
      readonly kilometresPerHour: number;
      /** Seconds are multiplied by this for the season of the day. */
      readonly seasonFactor: number;
      readonly season: "summer" | "winter";
      /** The fault code for which the estimate stands in for a road server; absent: it was asked for. */
      readonly insteadOf?: string;
    };
