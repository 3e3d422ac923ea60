/**
 * Every way in which a plan can break a rule: its code, its rule and the facts that
 * come with it. The sentences for them are in words.ts.
 *
 * A fact's name tells its kind: `...Id` one id, `...Ids` several; `...Seconds` a
 * duration; `...Minutes` a duration as people typed it; `...At` an instant as the
 * document has it; anything else is a count or a list of words.
 */

export type Rule = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

interface OnRoute {
  readonly shiftId: string;
}
interface Stop extends OnRoute {
  readonly visitId: string;
}
interface RouteBreak extends OnRoute {
  readonly breakId: string;
}
interface Sale {
  readonly visitId: string;
  readonly providerId: string;
}

export interface ViolationFacts {
  "shift-unknown": OnRoute;
  "shift-twice": { readonly shiftIds: readonly string[] };
  "route-empty": OnRoute;
  "visit-unknown": Stop;
  "visit-twice-in-route": Stop;
  "visit-missing": { readonly visitId: string };
  "visit-twice": {
    readonly visitId: string;
    readonly unserved: number;
    readonly bought: number;
    readonly routes: number;
  };
  "crew-wrong": {
    readonly visitId: string;
    readonly crewSize: number;
    readonly routes: number;
    readonly nurses: number;
  };
  "crew-apart": { readonly visitId: string; readonly apartSeconds: number };
  "unserved-unknown": { readonly visitId: string };
  "bought-unknown": Sale;
  "provider-type": Sale & { readonly typeId: string };
  "provider-area": Sale;
  "provider-full": { readonly providerId: string; readonly taken: number; readonly maxVisits: number };

  "skill-missing": Stop & { readonly nurseId: string; readonly skills: readonly string[] };
  "nurse-refused": Stop & { readonly nurseId: string; readonly clientId: string };

  "visit-length": Stop & { readonly lengthSeconds: number; readonly wantedMinutes: number };
  "outside-window": Stop & { readonly startAt: string };

  "no-way": Stop;
  "no-way-back": OnRoute;
  "arrival-early": Stop & { readonly missingSeconds: number };
  "start-before-arrival": Stop & { readonly missingSeconds: number };
  "break-overlap": RouteBreak & { readonly overlapSeconds: number };
  "leg-short": Stop & { readonly missingSeconds: number };
  "return-short": OnRoute & { readonly missingSeconds: number };

  "departs-early": OnRoute & { readonly earlySeconds: number };
  "returns-late": OnRoute & { readonly lateSeconds: number };

  "break-unknown": RouteBreak;
  "break-twice": RouteBreak;
  "break-length": RouteBreak & { readonly lengthSeconds: number; readonly wantedMinutes: number };
  "break-window": RouteBreak & { readonly startAt: string };
  "break-too-soon": RouteBreak & { readonly sinceSeconds: number; readonly earliestMinutes: number };
  "break-too-late": RouteBreak & { readonly sinceSeconds: number; readonly latestMinutes: number };
  "break-not-inside": RouteBreak;
  "break-missing": RouteBreak & { readonly routeSeconds: number; readonly afterMinutes: number };

  "shifts-overlap": OnRoute & {
    readonly nurseId: string;
    readonly otherShiftId: string;
    readonly overlapSeconds: number;
  };

  "gap-short": {
    readonly visitId: string;
    readonly otherVisitId: string;
    readonly gapSeconds: number;
    readonly minMinutes: number;
  };
  "gap-long": {
    readonly visitId: string;
    readonly otherVisitId: string;
    readonly gapSeconds: number;
    readonly maxMinutes: number;
  };
  "nurses-differ": { readonly visitId: string; readonly otherVisitId: string };
  "nurses-same": {
    readonly visitId: string;
    readonly otherVisitId: string;
    readonly nurseIds: readonly string[];
  };
  "pin-shift": { readonly visitId: string; readonly shiftIds: readonly string[] };
  "pin-start": { readonly visitId: string; readonly pinnedAt: string };
  "pin-unserved": { readonly visitId: string };
  "pin-provider": Sale;
  "limit-start": {
    readonly visitId: string;
    readonly movedSeconds: number;
    readonly movedStartMinutes: number;
  };
  "limit-clients": {
    readonly clientIds: readonly string[];
    readonly changed: number;
    readonly limit: number;
  };
}

export type ViolationCode = keyof ViolationFacts;

export const RULE_OF: { readonly [Code in ViolationCode]: Rule } = {
  "shift-unknown": 1,
  "shift-twice": 1,
  "route-empty": 1,
  "visit-unknown": 1,
  "visit-twice-in-route": 1,
  "visit-missing": 1,
  "visit-twice": 1,
  "crew-wrong": 1,
  "crew-apart": 1,
  "unserved-unknown": 1,
  "bought-unknown": 1,
  "provider-type": 1,
  "provider-area": 1,
  "provider-full": 1,
  "skill-missing": 2,
  "nurse-refused": 2,
  "visit-length": 3,
  "outside-window": 3,
  "no-way": 4,
  "no-way-back": 4,
  "arrival-early": 4,
  "start-before-arrival": 4,
  "break-overlap": 4,
  "leg-short": 4,
  "return-short": 4,
  "departs-early": 5,
  "returns-late": 5,
  "break-unknown": 6,
  "break-twice": 6,
  "break-length": 6,
  "break-window": 6,
  "break-too-soon": 6,
  "break-too-late": 6,
  "break-not-inside": 6,
  "break-missing": 6,
  "shifts-overlap": 7,
  "gap-short": 8,
  "gap-long": 8,
  "nurses-differ": 8,
  "nurses-same": 8,
  "pin-shift": 8,
  "pin-start": 8,
  "pin-unserved": 8,
  "pin-provider": 8,
  "limit-start": 8,
  "limit-clients": 8,
};

/** What a rule calls for each breach it finds. */
export type Fail = <Code extends ViolationCode>(code: Code, facts: ViolationFacts[Code]) => void;
