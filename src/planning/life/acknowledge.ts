/** Violations that a coordinator may take upon herself when publishing, and those that nobody may. */
import type { Verdict, Violation, ViolationCode } from "../../checker/index.js";
import type { Acknowledgement } from "./ports.js";

/**
 * Never: ids that nobody knows, one nurse in two places at once, a skill or permit that is
 * missing, and visits told in two ways or not at all.
 */
export const NEVER_ACKNOWLEDGED: ReadonlySet<ViolationCode> = new Set<ViolationCode>([
  "shift-unknown",
  "shift-twice",
  "route-empty",
  "visit-unknown",
  "visit-twice-in-route",
  "visit-missing",
  "visit-twice",
  "unserved-unknown",
  "bought-unknown",
  "break-unknown",
  "break-twice",
  "skill-missing",
  "visit-length",
  "no-way",
  "no-way-back",
  "arrival-early",
  "start-before-arrival",
  "break-overlap",
  "leg-short",
  "return-short",
  "shifts-overlap",
]);

export interface KeyedViolation extends Violation {
  /** Names this violation within its verdict. */
  readonly key: string;
  /** Whether a reason can take it along when the version is published. */
  readonly acknowledgeable: boolean;
}

const IDS = [
  "visitId",
  "otherVisitId",
  "shiftId",
  "otherShiftId",
  "nurseId",
  "clientId",
  "providerId",
  "breakId",
] as const;

/** Each violation with a key of its code and ids; equal ones are numbered. */
export function keyViolations(verdict: Verdict): readonly KeyedViolation[] {
  const seen = new Map<string, number>();
  return verdict.violations.map((violation) => {
    const ids = IDS.flatMap((name) => (violation[name] === undefined ? [] : [`${name}=${violation[name]}`]));
    const key = [violation.code, ...ids].join(" ");
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return {
      ...violation,
      key: count === 1 ? key : `${key} #${count}`,
      acknowledgeable: !NEVER_ACKNOWLEDGED.has(violation.code),
    };
  });
}

export interface Unpublishable {
  /** Violations that no reason can take along. */
  readonly never: readonly KeyedViolation[];
  /** Violations that could be acknowledged and are not. */
  readonly missing: readonly KeyedViolation[];
  /** Acknowledgements of what the verdict does not have. */
  readonly unknown: readonly string[];
}

/** Null: the verdict may be published with these acknowledgements. */
export function whyUnpublishable(
  verdict: Verdict,
  acknowledged: readonly Acknowledgement[],
): Unpublishable | null {
  const violations = keyViolations(verdict);
  const given = new Set(acknowledged.map(({ violation }) => violation));
  const keys = new Set(violations.map(({ key }) => key));
  const never = violations.filter((violation) => !violation.acknowledgeable);
  const missing = violations.filter(({ acknowledgeable, key }) => acknowledgeable && !given.has(key));
  const unknown = [...given].filter((key) => !keys.has(key));
  return never.length + missing.length + unknown.length === 0 ? null : { never, missing, unknown };
}
