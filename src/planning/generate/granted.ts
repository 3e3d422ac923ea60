/** Compares what requirements plan with the hours that decisions grant. */
import type { RequirementRecord } from "../../contracts/standing/requirements.js";
import { addDays, mondayOf } from "../../domain/dates.js";
import { movableWeeks, ruleDates, RuleRefused } from "../rhythm/index.js";
import type { Decisions } from "./decisions.js";
import type { Frame } from "./frame.js";
import { requirementVersions, type RequirementVersion, versionCovers } from "./versions.js";

interface Stretch {
  readonly from: string;
  readonly to: string;
}

function weekOf(date: string): Stretch {
  const from = mondayOf(date);
  return { from, to: addDays(from, 6) };
}

function monthOf(date: string): Stretch {
  const from = `${date.slice(0, 7)}-01`;
  const next = addDays(from, 31).slice(0, 7);
  return { from, to: addDays(`${next}-01`, -1) };
}

/** Days on which the version comes within a stretch, movable ones by their count. */
function daysIn(version: RequirementVersion, stretch: Stretch, frame: Frame): number {
  const { rhythm } = version.record;
  const span = { ...stretch, anchor: version.anchor, isHoliday: frame.isHoliday };
  if (rhythm.kind === "rule") {
    return ruleDates(rhythm, span).filter((date) => versionCovers(version, date)).length;
  }
  return movableWeeks(rhythm, span).reduce((days, week) => {
    const inside = week.dates.filter(
      (date) => date >= stretch.from && date <= stretch.to && versionCovers(version, date),
    );
    return days + (week.dates.length === 0 ? 0 : (week.count * inside.length) / week.dates.length);
  }, 0);
}

/** A crew's minutes count once: hours are granted to the client. */
function minutesOf(record: RequirementRecord, frame: Frame): number {
  const type = frame.standing["visit-types"].find((one) => one.id === record.typeId);
  return (record.minutes ?? type?.defaultMinutes ?? 0) * (record.rhythm.timesADay ?? 1);
}

/** One warning for each decision whose requirements come to more than it grants in the week or month. */
export function tellGrantedHours(frame: Frame, decisions: Decisions): void {
  const minutes = new Map<string, number>();
  for (const version of requirementVersions(frame.standing.requirements)) {
    const decision = decisions.find(version.record.decisionId);
    if (decision?.grantedHours === undefined) continue;
    const stretch = decision.grantedPer === "month" ? monthOf(frame.wish.from) : weekOf(frame.wish.from);
    if (version.validFrom > stretch.to || (version.validTo ?? "9999") < stretch.from) continue;
    const sum = minutes.get(decision.id) ?? 0;
    minutes.set(decision.id, sum + countable(version, stretch, frame) * minutesOf(version.record, frame));
  }
  for (const [decisionId, sum] of minutes) {
    const { grantedHours = 0, grantedPer = "week", clientId } = decisions.find(decisionId)!;
    if (sum <= grantedHours * 60) continue;
    const hours = Math.round((sum / 60) * 10) / 10;
    frame.notes.add(
      "hours-exceeded",
      { decisionId, clientId },
      `the requirements of decision ${decisionId} come to ${hours} hours in the ${grantedPer} of ${frame.wish.from}, ${grantedHours} are granted`,
    );
  }
}

/** A rule that cannot be read is told where its visits are made. */
function countable(version: RequirementVersion, stretch: Stretch, frame: Frame): number {
  try {
    return daysIn(version, stretch, frame);
  } catch (error) {
    if (error instanceof RuleRefused) return 0;
    throw error;
  }
}
