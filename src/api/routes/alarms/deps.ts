import type { TravelFiller } from "../../../planning/alarms/index.js";

export interface AlarmDeps {
  /** Absent: alarms only of clients whose place is in the day's problem. */
  readonly travel?: TravelFiller;
}
