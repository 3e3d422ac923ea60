/** The team of the day: written out by hand, as a roster is. */
import type { Nurse, Shift, ShiftBreak } from "../../../src/contracts/index.js";
import type { Clock } from "../../generate/clock.js";

type Mode = "walk" | "bike" | "car";
type Pattern = "morning" | "evening" | "day" | "short-morning" | "short-evening";

interface Member {
  readonly skills: readonly string[];
  readonly languages: readonly string[];
  readonly areas: readonly string[];
  readonly base: "base-kamppi" | "base-ullanlinna";
  readonly mode: Mode;
  /** More than one: a split day. */
  readonly patterns: readonly Pattern[];
}

const PRACTICAL = ["practical-nurse", "medication"];
const REGISTERED = ["registered-nurse", "practical-nurse", "medication", "wound-care"];
const WEST = ["Kamppi", "Etu-Töölö"];
const SHORE = ["Ruoholahti", "Jätkäsaari", "Kamppi"];
const SOUTH = ["Punavuori", "Ullanlinna"];
const EAST = ["Kruununhaka", "Katajanokka"];
const FI = ["fi"];
const SV = ["fi", "sv"];

function member(
  skills: readonly string[],
  languages: readonly string[],
  areas: readonly string[],
  base: "kamppi" | "ullanlinna",
  mode: Mode,
  ...patterns: Pattern[]
): Member {
  return { skills, languages, areas, base: `base-${base}`, mode, patterns };
}

const TEAM: readonly Member[] = [
  member(PRACTICAL, FI, WEST, "kamppi", "walk", "morning"),
  member(REGISTERED, SV, WEST, "kamppi", "bike", "morning"),
  member(PRACTICAL, SV, SOUTH, "ullanlinna", "bike", "morning"),
  member([...REGISTERED, "iv-therapy"], ["fi", "en"], EAST, "ullanlinna", "car", "morning"),
  member(PRACTICAL, FI, SHORE, "kamppi", "bike", "morning"),
  member(
    ["rehabilitation", "practical-nurse"],
    ["fi", "sv", "en"],
    [...WEST, ...SOUTH, ...EAST],
    "kamppi",
    "bike",
    "day",
  ),
  member(["family-work", "practical-nurse"], ["fi", "en"], [...SHORE, ...SOUTH], "kamppi", "car", "day"),
  member(REGISTERED, FI, [...WEST, ...SHORE], "kamppi", "car", "evening"),
  member(PRACTICAL, SV, [...SOUTH, "Kruununhaka"], "ullanlinna", "walk", "evening"),
  member(
    PRACTICAL,
    ["fi", "en"],
    [...EAST, ...SOUTH],
    "ullanlinna",
    "bike",
    "short-morning",
    "short-evening",
  ),
];

interface Times {
  readonly from: number;
  readonly to: number;
  /** Load beyond which work is overload, minutes. */
  readonly target: number;
  readonly breaks: readonly {
    readonly id: string;
    readonly minutes: number;
    readonly from: number;
    readonly to: number;
    readonly afterMinutes?: number;
    readonly earliestAfterMinutes?: number;
    readonly latestAfterMinutes?: number;
  }[];
}

const hour = (hours: number, minutes = 0): number => hours * 60 + minutes;
const meal = (from: number, to: number) => ({
  id: "meal",
  minutes: 30,
  from,
  to,
  earliestAfterMinutes: 150,
  latestAfterMinutes: 330,
});

const PATTERNS: Readonly<Record<Pattern, Times>> = {
  morning: { from: hour(7), to: hour(15), target: 435, breaks: [meal(hour(10, 15), hour(12, 30))] },
  evening: {
    from: hour(14),
    to: hour(21, 30),
    target: 410,
    // The meal may be left out when a quiet evening ends early.
    breaks: [{ ...meal(hour(16, 30), hour(19)), afterMinutes: 360 }],
  },
  day: { from: hour(8), to: hour(15, 30), target: 405, breaks: [meal(hour(10, 45), hour(12, 45))] },
  "short-morning": {
    from: hour(7, 30),
    to: hour(11, 30),
    target: 230,
    breaks: [{ id: "coffee", minutes: 10, from: hour(8, 45), to: hour(10, 45), afterMinutes: 210 }],
  },
  "short-evening": { from: hour(16, 30), to: hour(20, 30), target: 230, breaks: [] },
};

export interface Staff {
  readonly nurses: Nurse[];
  readonly shifts: Shift[];
}

export function staffOf(clock: Clock): Staff {
  const nurses = TEAM.map(({ skills, languages, areas }, index): Nurse => {
    const number = index + 1;
    return {
      id: `n${number}`,
      name: `Hoitaja ${number}`,
      skills: [...skills],
      languages: [...languages],
      areaIds: [...new Set(areas)],
    };
  });
  const shifts = TEAM.flatMap(({ base, mode, patterns }, index) =>
    patterns.map((pattern): Shift => {
      const { from, to, target, breaks } = PATTERNS[pattern];
      const short = pattern.startsWith("short");
      return {
        id: `n${index + 1}-${pattern.replace("short-", "")}`,
        nurseId: `n${index + 1}`,
        from: clock(from),
        to: clock(to),
        startPlaceId: base,
        endPlaceId: base,
        mode,
        maxOvertimeMinutes: short ? 0 : 20,
        ...(short ? { useCost: 1200 } : {}),
        targetMinutes: target,
        breaks: breaks.map((one): ShiftBreak => {
          const dated = { ...one, from: clock(one.from), to: clock(one.to) };
          // Those who are out on foot want their meal between two visits and not as an early end.
          return one.id === "meal" && mode !== "car" ? { ...dated, inside: true } : dated;
        }),
      };
    }),
  );
  return { nurses, shifts };
}
