import type { TravelSource } from "../domain/travelSource.js";

/** One line for people on where the times of a mode came from, without a full stop. */
export function sourceSentence(source: TravelSource): string {
  switch (source.kind) {
    case "given":
      return "given with the problem";
    case "osrm": {
      const map = source.mapVersion === undefined ? "map of unknown version" : `map ${source.mapVersion}`;
      const when = source.recorded === undefined ? "" : `, recorded ${source.recorded}`;
      const whose = source.attribution === undefined ? "" : `; map data (c) ${source.attribution}`;
      return `road times from OSRM, profile ${source.profile}, ${map}${when}${whose}`;
    }
    case "estimate": {
      const why = source.insteadOf === undefined ? "" : ` (because of ${source.insteadOf})`;
      const { detourFactor, kilometresPerHour, seasonFactor, season } = source;
      return `an ESTIMATE from coordinates${why}: ${detourFactor} x the straight line at ${kilometresPerHour} km/h, time x ${seasonFactor} (${season})`;
    }
  }
}
