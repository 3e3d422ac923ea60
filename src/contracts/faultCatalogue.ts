/**
 * Every fault that a document or a record can have, by itself or when its travel times are
 * filled in. This is the one list: messages take their `todo` from here, and a test holds
 * docs/errors.md to it.
 */
import { DOCUMENT_FAULTS } from "./documentFaults.js";
import type { FaultEntry } from "./faultEntry.js";
import { STANDING_FAULTS } from "./standingFaults.js";
import { TRAVEL_FAULTS } from "./travelFaults.js";

export { DOCUMENT_FAULTS, STANDING_FAULTS, TRAVEL_FAULTS, type FaultEntry };

export const FAULTS = { ...DOCUMENT_FAULTS, ...TRAVEL_FAULTS, ...STANDING_FAULTS } as const;

export type FaultCode = keyof typeof FAULTS;
