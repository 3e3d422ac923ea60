/** Every feature, in the order in which they are applied (later ones read what earlier ones wrote). */
import { acute } from "./acute.js";
import { breakOptions } from "./breakOptions.js";
import { crews } from "./crews.js";
import type { Feature } from "./feature.js";
import { gaps } from "./gaps.js";
import { manyModes } from "./manyModes.js";
import { nurseLinks } from "./nurseLinks.js";
import { pins } from "./pins.js";
import { preferred } from "./preferred.js";
import { limits, previous } from "./previous.js";
import { providers } from "./providers.js";
import { remote } from "./remote.js";
import { setup } from "./setup.js";
import { severalWindows } from "./severalWindows.js";
import { splitShifts } from "./splitShifts.js";
import { targets } from "./targets.js";
import { useCost } from "./useCost.js";
import { wait, worstLate } from "./weights.js";

export const FEATURES = {
  preferred,
  crews,
  gaps,
  "nurse-links": nurseLinks,
  "several-windows": severalWindows,
  remote,
  acute,
  modes: manyModes,
  setup,
  "split-shifts": splitShifts,
  "break-options": breakOptions,
  targets,
  "use-cost": useCost,
  wait,
  "worst-late": worstLate,
  providers,
  pins,
  previous,
  limits,
} as const satisfies Record<string, Feature>;

export type FeatureName = keyof typeof FEATURES;
