/** Visits of the dates planned: what requirements, rhythms, decisions and absences make of each date. */
import type { VisitOrigin } from "../../contracts/generation.js";
import type { Link, Visit } from "../../contracts/problemSchema.js";
import type { VisitTypeRecord } from "../../contracts/standing/catalogue.js";
import type { ClientRecord } from "../../contracts/standing/clients.js";
import { addDays } from "../../domain/dates.js";
import {
  chooseDates,
  movableWeeks,
  ruleDates,
  RuleRefused,
  type MovableWeek,
  type RhythmSpan,
} from "../rhythm/index.js";
import type { Clients } from "./clients.js";
import type { Decisions } from "./decisions.js";
import { DAY_START_MINUTES, type Frame } from "./frame.js";
import { gapsOfDay, gapsOfWeek, Neighbours } from "./gaps.js";
import type { RequirementVersion } from "./versions.js";
import { requirementVersions, versionCovers } from "./versions.js";
import { type DayWindow, dayWindows, startMinutes, timesOf, type TimeOfVisit } from "./windows.js";

/** Points for leaving a time-critical visit unserved where the requirement names none: twice the usual. */
export const CRITICAL_UNSERVED_COST = 200_000;

export interface Demand {
  readonly visits: readonly Visit[];
  readonly links: readonly Link[];
  readonly origins: readonly VisitOrigin[];
}

/** All that is known of a requirement's version before its dates are. */
interface Subject {
  readonly version: RequirementVersion;
  readonly client: ClientRecord;
  readonly type: VisitTypeRecord;
  readonly minutes: number;
  readonly times: readonly TimeOfVisit[];
}

export class DemandBuilder {
  private readonly types: ReadonlyMap<string, VisitTypeRecord>;
  private readonly visits: Visit[] = [];
  private readonly links: Link[] = [];
  private readonly origins: VisitOrigin[] = [];
  private readonly neighbours = new Neighbours();

  constructor(
    private readonly frame: Frame,
    private readonly clients: Clients,
    private readonly decisions: Decisions,
  ) {
    this.types = new Map(frame.standing["visit-types"].map((type) => [type.id, type]));
  }

  build(): Demand {
    const { from, to } = this.frame.wish;
    for (const version of requirementVersions(this.frame.standing.requirements)) {
      if (version.validFrom > addDays(to, 1)) continue;
      if (version.validTo !== undefined && version.validTo < from) continue;
      this.addVersion(version);
    }
    return { visits: this.visits, links: [...this.links, ...this.neighbours.gaps()], origins: this.origins };
  }

  private addVersion(version: RequirementVersion): void {
    const { rhythm, id: requirementId } = version.record;
    // Visits after midnight belong to the night before, so one date more is looked at.
    const span: RhythmSpan = {
      from: this.frame.wish.from,
      to: addDays(this.frame.wish.to, 1),
      anchor: version.anchor,
      isHoliday: this.frame.isHoliday,
    };
    try {
      if (rhythm.kind === "rule") {
        const dates = ruleDates(rhythm, span).filter((date) => this.wanted(version, date));
        const subject = dates.length === 0 ? null : this.subject(version);
        if (subject !== null) for (const date of dates) this.addDate(subject, date);
        return;
      }
      const weeks = movableWeeks(rhythm, span);
      const subject = weeks.length === 0 ? null : this.subject(version);
      if (subject !== null) for (const week of weeks) this.addWeek(subject, week);
    } catch (error) {
      if (!(error instanceof RuleRefused)) throw error;
      const words = `the rule of requirement ${requirementId} from ${version.validFrom} on cannot be read: ${error.message}; no visits`;
      this.frame.notes.add("rhythm-refused", { requirementId }, words);
    }
  }

  /** Whether a date of the version has a visit that one of the dates planned takes, whatever else holds. */
  private wanted(version: RequirementVersion, date: string): boolean {
    return (
      versionCovers(version, date) &&
      timesOf(version.record).some((time) => this.planned(date, startMinutes(time.windows)))
    );
  }

  /** Whether a start on a rhythm's date, minutes after its midnight, belongs to the dates planned. */
  private planned(date: string, minutes: number): boolean {
    const on = minutes < DAY_START_MINUTES ? addDays(date, -1) : date;
    return this.frame.wish.from <= on && on <= this.frame.wish.to;
  }

  /** Null and told: the requirement names what is not known. Null and silent: of another area. */
  private subject(version: RequirementVersion): Subject | null {
    const { notes, wish } = this.frame;
    const { id: requirementId, decisionId, typeId, minutes: own } = version.record;
    const clientId = this.decisions.find(decisionId)?.clientId;
    const client = clientId === undefined ? undefined : this.clients.find(clientId);
    if (clientId !== undefined && client === undefined) {
      const words = `decision ${decisionId} is of client ${clientId}, who is not known; no visits`;
      notes.add("client-missing", { requirementId, decisionId, clientId }, words);
      return null;
    }
    if (client !== undefined && wish.areas !== null) {
      if (client.areaId === undefined || !wish.areas.includes(client.areaId)) return null;
    }
    const type = this.types.get(typeId);
    if (type === undefined) {
      const words = `requirement ${requirementId} is of visit type ${typeId}, which is not known; no visits`;
      notes.add("type-missing", { requirementId }, words);
      return null;
    }
    const minutes = own ?? type.defaultMinutes;
    if (minutes === undefined) {
      const words = `requirement ${requirementId} has no minutes and visit type ${typeId} no default; no visits`;
      notes.add("minutes-missing", { requirementId }, words);
      return null;
    }
    if (client === undefined) {
      // Tells that the decision is missing.
      this.decisions.holds(version.record, wish.from);
      return null;
    }
    return { version, client, type, minutes, times: timesOf(version.record) };
  }

  /** The windows of one time of a date that are left when the client's absence is taken out. */
  private openWindows(subject: Subject, date: string, time: TimeOfVisit): DayWindow[] {
    const { client, version } = subject;
    const wished = client.wishedTime;
    const all = dayWindows(time, date, this.frame.clock, wished);
    const open = dayWindows(time, date, this.frame.clock, wished, this.clients.awaySpans(client.id));
    if (open.length === 0 && all.length > 0) {
      const ids = { date, clientId: client.id, requirementId: version.record.id };
      const words = `client ${client.id} is away: requirement ${version.record.id} has no visit on ${date}`;
      this.frame.notes.add("client-away", ids, words);
    }
    return open;
  }

  private addDate(subject: Subject, date: string): void {
    const { version, client, times } = subject;
    if (!this.decisions.holds(version.record, date)) return;
    const placeId = this.clients.homeOn(client.id, date);
    if (placeId === null) return;
    const made: { readonly id: string; readonly time: TimeOfVisit; readonly windows: DayWindow[] }[] = [];
    for (const time of times) {
      if (!this.planned(date, startMinutes(time.windows))) continue;
      const windows = this.openWindows(subject, date, time);
      if (windows.length === 0) continue;
      const id = `${version.record.id}:${date}${times.length > 1 ? `:${time.number}` : ""}`;
      made.push({ id, time, windows });
      this.addVisit(subject, placeId, { id, date, number: time.number, windows, single: true });
    }
    this.links.push(...gapsOfDay(version.record, subject.minutes, made));
    if (times.length > 1) return;
    const day = JSON.stringify([client.id, version.record.typeId, date]);
    for (const visit of made)
      this.neighbours.add(day, { ...visit, record: version.record, minutes: subject.minutes });
  }

  /** Movable days: of a single date those chosen for it, of several dates planned together any of them. */
  private addWeek(subject: Subject, week: MovableWeek): void {
    const { version, client, times } = subject;
    const inForce = week.dates.filter((date) => versionCovers(version, date));
    const part: MovableWeek = {
      ...week,
      dates: inForce,
      count: week.dates.length === 0 ? 0 : Math.round((week.count * inForce.length) / week.dates.length),
    };
    const open = new Map<string, readonly DayWindow[][]>();
    const isOpen = (date: string): boolean => {
      let windows = open.get(date);
      if (windows === undefined) {
        windows = times.map((time) =>
          dayWindows(time, date, this.frame.clock, client.wishedTime, this.clients.awaySpans(client.id)),
        );
        open.set(date, windows);
      }
      return windows.every((list) => list.length > 0);
    };
    const inRange = (date: string): boolean => this.planned(date, startMinutes(times[0]!.windows));
    const chosen = chooseDates(version.record.id, part, isOpen).filter(inRange);
    if (chosen.length === 0) return;
    if (this.frame.dates.length === 1) {
      for (const date of chosen) this.addDate(subject, date);
      return;
    }
    const dates = inForce.filter(
      (date) => inRange(date) && isOpen(date) && this.decisions.holds(version.record, date),
    );
    const [placeId] = dates.map((date) => this.clients.homeOn(client.id, date)).filter((id) => id !== null);
    if (placeId === undefined) return;
    const atHome = dates.filter((date) => this.clients.homeOn(client.id, date) === placeId);
    const count = Math.min(chosen.length, atHome.length);
    const byDay = Array.from({ length: count }, (_, at) =>
      times.map((time, index) => {
        const id = `${version.record.id}:${week.monday}:any${at + 1}${times.length > 1 ? `:${time.number}` : ""}`;
        const windows = atHome.flatMap((date) => open.get(date)![index]!);
        const number = at * times.length + time.number;
        const single = atHome.length === 1;
        this.addVisit(subject, placeId, { id, date: single ? atHome[0]! : null, number, windows, single });
        return { id, time };
      }),
    );
    this.links.push(...gapsOfWeek(version.record, subject.minutes, byDay));
  }

  private addVisit(
    subject: Subject,
    placeId: string,
    visit: {
      readonly id: string;
      readonly date: string | null;
      readonly number: number;
      readonly windows: readonly DayWindow[];
      /** All windows are of one day, so that one preferred time can stand for them. */
      readonly single: boolean;
    },
  ): void {
    const { version, client, type, minutes } = subject;
    const { record } = version;
    const { write, wish } = this.frame;
    const preferred = visit.single
      ? visit.windows.find((window) => window.preferred !== null)?.preferred
      : null;
    const crewSize = (record.crewSize ?? 1) + (record.trainee === true ? 1 : 0);
    const unservedCost =
      record.unservedCost ?? (record.critical === true ? CRITICAL_UNSERVED_COST : undefined);
    const remote =
      wish.remote === "where-allowed" && record.remoteAllowed === true && type.remoteAllowed !== false;
    this.visits.push({
      id: visit.id,
      clientId: this.clients.use(client, placeId),
      typeId: record.typeId,
      minutes,
      windows: visit.windows.map(({ from, to }) => ({ from: write(from), to: write(to) })),
      ...(preferred == null ? {} : { preferred: { from: write(preferred.from), to: write(preferred.to) } }),
      ...(record.requires === undefined ? {} : { requires: record.requires }),
      ...(record.requiresAnyOf === undefined ? {} : { requiresAnyOf: record.requiresAnyOf }),
      ...(crewSize === 1 ? {} : { crewSize }),
      ...(unservedCost === undefined ? {} : { unservedCost }),
      ...(remote ? { remote: true } : {}),
    });
    this.origins.push({
      visitId: visit.id,
      requirementId: record.id,
      validFrom: version.validFrom,
      decisionId: record.decisionId,
      date: visit.date,
      occurrence: visit.number,
      critical: record.critical === true,
      tasks: record.tasks ?? [],
    });
  }
}
