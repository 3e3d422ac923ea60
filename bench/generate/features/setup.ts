import type { Feature } from "./feature.js";

export const setup: Feature = {
  about: "one place in six costs 30, 60 or 120 seconds to enter (stairs, keys)",
  apply({ problem }, draw) {
    for (const place of problem.places) {
      if (draw.chance(1 / 6)) place.setupSeconds = draw.pick([30, 60, 120]);
    }
  },
};
