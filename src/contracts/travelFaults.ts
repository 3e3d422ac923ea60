/** What can go wrong, or is worth a warning, when travel times are filled in. */
import type { FaultEntry } from "./faultEntry.js";

export const TRAVEL_FAULTS = {
  "travel-no-server": {
    means: "A mode has no matrices, and no road server is configured for it.",
    todo: "Send durations and distances, name a server (--osrm MODE=URL), or allow the estimate (--estimate).",
  },
  "travel-mode-unknown": {
    means: "A mode is to be estimated from coordinates, but no speed is known for it.",
    todo: "Use a mode that is known, send matrices, or name a road server for the mode.",
  },
  "travel-server-down": {
    means: "A road server does not answer, even after several tries.",
    todo: "Start it (npm run osrm) or correct its address, then try again; or allow the estimate (--estimate).",
  },
  "travel-server-refused": {
    means: "A road server answers that it will not do what was asked.",
    todo: "Check that the address is an OSRM server of this mode and that our table limit is no more than its --max-table-size.",
  },
  "travel-server-answer": {
    means: "What a road server answered is no table of times and distances.",
    todo: "Check that the address is an OSRM server (5.17 or newer, for distances) and that nothing between changes its answers.",
  },
  "travel-map-version": {
    means: "A road server answers from another map than expected.",
    todo: "If the map was renewed meanwhile, try again; if a map version is configured, correct it.",
  },
  "place-far-from-road": {
    means: "A place lies more than 1 km from the nearest road of a mode.",
    todo: "Correct its coordinates (are lat and lon the right way round?), or use a map that covers it.",
  },
  "place-off-road": {
    means: "Warning: a place lies more than 150 m from the nearest road of a mode.",
    todo: "Check its coordinates; the way between door and road is not in the travel times (setupSeconds can hold it).",
  },
  "place-cut-off": {
    means: "Warning: a place has no way by a mode to or from more than half of the other places.",
    todo: "Check its coordinates; its road may be closed to this mode, or not joined to the others on the map.",
  },
  "travel-estimated": {
    means: "Warning: an estimate stands in for a road server that did not answer, as was allowed.",
    todo: "Plan again when the road server answers; a single leg may be off by a third.",
  },
} as const satisfies Record<string, FaultEntry>;
