/** What a nurse's phone asks for beside her visits. */
import type { Route } from "../../types.js";
import { getNotes } from "./getNotes.js";
import { getShifts } from "./getShifts.js";
import { postReadings } from "./postReadings.js";

export const PHONE_ROUTES: readonly Route[] = [getShifts, getNotes, postReadings];
