/** Changes of a day that may let one visit be served as wished. None is proved here: see changes.ts. */
import type { Problem, Shift, Visit } from "../../contracts/index.js";
import { epochSeconds } from "../../domain/instant.js";
import { instantWriter } from "../../domain/localTime.js";
import type { Said, Say } from "./words.js";

/** How a visit stands that could stand better. */
export type OpenStanding = "unserved" | "bought" | "late";

/** A change of one kind; `edit` makes it on a copy, `most` is the largest size tried in minutes. */
export interface Proposal {
  readonly most: number | null;
  readonly edit: (doc: Problem, minutes: number) => void;
  readonly said: (minutes: number) => Said;
}

/** Largest change of a window or shift that is tried. */
const MOST_MINUTES = 240;
/** Shifts, and nurses, whose change is tried: the nearest ones. */
const MOST_TRIED = 6;

/** Changes worth trying for a visit that stands so. */
export function proposals(problem: Problem, visitId: string, standing: OpenStanding, say: Say): Proposal[] {
  const visit = problem.visits.find(({ id }) => id === visitId)!;
  const out = [
    ...timeChanges(problem, visit, standing, say),
    ...extraNurse(problem, visit, say),
    ...looser(visit, standing, say),
    ...nearest(problem, visit).flatMap((shift) => shiftChanges(problem, visit, shift, say)),
  ];
  return out.filter(({ most }) => most === null || most > 0);
}

/** Other windows, another wish, less time: what can help a visit that stands so. */
function timeChanges(problem: Problem, visit: Visit, standing: OpenStanding, say: Say): Proposal[] {
  const visitId = visit.id;
  const move = mover(problem.timeZone);
  const own = ownIn(visitId);
  const earlier: Proposal = {
    most: MOST_MINUTES,
    edit: (doc, minutes) => {
      for (const window of own(doc).windows) window.from = move(window.from, -minutes);
    },
    said: (changeMinutes) => say("change-window-earlier", { visitId, changeMinutes }),
  };
  if (standing === "late") {
    const preferred: Proposal = {
      most: MOST_MINUTES,
      edit: (doc, minutes) => {
        const wish = own(doc).preferred;
        if (wish !== undefined) wish.to = move(wish.to, minutes);
      },
      said: (changeMinutes) => say("change-preferred", { visitId, changeMinutes }),
    };
    return [preferred, earlier];
  }
  return [
    {
      most: MOST_MINUTES,
      edit: (doc, minutes) => {
        for (const window of own(doc).windows) window.to = move(window.to, minutes);
      },
      said: (changeMinutes) => say("change-window-later", { visitId, changeMinutes }),
    },
    earlier,
    {
      most: visit.minutes - 1,
      edit: (doc, minutes) => {
        own(doc).minutes -= minutes;
      },
      said: (changeMinutes) => say("change-shorter", { visitId, changeMinutes }),
    },
  ];
}

/** A provider for what is left out, no pin, one nurse where a crew is asked for. */
function looser(visit: Visit, standing: OpenStanding, say: Say): Proposal[] {
  const visitId = visit.id;
  const own = ownIn(visitId);
  const out: Proposal[] = [];
  if (standing === "unserved") {
    out.push({
      most: null,
      edit: (doc) => {
        const prices = (doc.providers ?? []).map(({ cost }) => cost);
        const cost = prices.length > 0 ? Math.max(...prices) : 0;
        (doc.providers ??= []).push({
          id: freshId(doc, "extra"),
          typeIds: [visit.typeId],
          maxVisits: 1,
          cost,
        });
      },
      said: () => say("change-provider", { visitId }),
    });
  }
  if (visit.pin !== undefined && visit.pin.begun !== true) {
    out.push({
      most: null,
      edit: (doc) => {
        delete own(doc).pin;
      },
      said: () => say("change-pin", { visitId }),
    });
  }
  if ((visit.crewSize ?? 1) > 1) {
    out.push({
      most: null,
      edit: (doc) => {
        own(doc).crewSize = 1;
      },
      said: () => say("change-crew", { visitId }),
    });
  }
  return out;
}

function ownIn(visitId: string): (doc: Problem) => Visit {
  return (doc) => doc.visits.find(({ id }) => id === visitId)!;
}

/** More minutes of a shift of someone able; a skill, or the client's word, for someone who is not. */
function shiftChanges(problem: Problem, visit: Visit, shift: Shift, say: Say): Proposal[] {
  const move = mover(problem.timeZone);
  const nurse = problem.nurses.find(({ id }) => id === shift.nurseId)!;
  const client = problem.clients.find(({ id }) => id === visit.clientId)!;
  const skills = lacking(problem, visit, nurse.skills ?? []);
  const refused = client.refusedNurseIds?.includes(nurse.id) ?? false;
  if (skills.length > 0) {
    return [
      {
        most: null,
        edit: (doc) => {
          const one = doc.nurses.find(({ id }) => id === nurse.id)!;
          one.skills = [...(one.skills ?? []), ...skills];
        },
        said: () => say("change-skill", { nurseId: nurse.id, skills }),
      },
    ];
  }
  if (refused) {
    return [
      {
        most: null,
        edit: (doc) => {
          const one = doc.clients.find(({ id }) => id === client.id)!;
          one.refusedNurseIds = one.refusedNurseIds!.filter((id) => id !== nurse.id);
        },
        said: () => say("change-refusal", { clientId: client.id, nurseId: nurse.id }),
      },
    ];
  }
  const own = (doc: Problem): Shift => doc.shifts.find(({ id }) => id === shift.id)!;
  return [
    {
      most: MOST_MINUTES,
      edit: (doc, minutes) => {
        own(doc).to = move(shift.to, minutes);
      },
      said: (changeMinutes) => say("change-shift-later", { shiftId: shift.id, changeMinutes }),
    },
    {
      most: MOST_MINUTES,
      edit: (doc, minutes) => {
        own(doc).from = move(shift.from, -minutes);
      },
      said: (changeMinutes) => say("change-shift-earlier", { shiftId: shift.id, changeMinutes }),
    },
  ];
}

/** A nurse with all skills asked for, there and back from the first shift's place, for the whole window. */
function extraNurse(problem: Problem, visit: Visit, say: Say): Proposal[] {
  const move = mover(problem.timeZone);
  const model = nearest(problem, visit)[0] ?? problem.shifts[0];
  const starts = visit.windows.toSorted((a, b) => epochSeconds(a.from) - epochSeconds(b.from));
  const first = starts[0];
  if (first === undefined || model === undefined) return [];
  // An hour each way is enough in any town; the route itself takes only what it needs.
  const fromAt = move(first.from, -60);
  const toAt = move(first.to, 60 + visit.minutes);
  const edit = (doc: Problem): void => {
    const id = freshId(doc, "extra-nurse");
    doc.nurses.push({ id, skills: lacking(doc, visit, []) });
    doc.shifts.push({
      id: freshId(doc, "extra-shift"),
      nurseId: id,
      from: fromAt,
      to: toAt,
      startPlaceId: model.startPlaceId,
      endPlaceId: model.endPlaceId,
      mode: model.mode,
    });
  };
  return [{ most: null, edit, said: () => say("change-nurse", { fromAt, toAt }) }];
}

/** Skills that a visit asks for and these are not; of a group where one is enough, its first. */
function lacking(problem: Problem, visit: Visit, have: readonly string[]): string[] {
  const type = problem.visitTypes.find(({ id }) => id === visit.typeId)!;
  const out = new Set([...(type.requires ?? []), ...(visit.requires ?? [])].filter((k) => !have.includes(k)));
  for (const group of [type.requiresAnyOf ?? [], visit.requiresAnyOf ?? []])
    if (group.length > 0 && !group.some((k) => have.includes(k) || out.has(k))) out.add(group[0]!);
  return [...out];
}

/** Shifts whose hours lie nearest to the visit's windows. */
function nearest(problem: Problem, visit: Visit): Shift[] {
  const away = (shift: Shift): number =>
    Math.min(
      ...visit.windows.map(({ from, to }) =>
        Math.max(0, epochSeconds(from) - epochSeconds(shift.to), epochSeconds(shift.from) - epochSeconds(to)),
      ),
    );
  const order = problem.shifts.toSorted((a, b) => away(a) - away(b));
  const able = order.filter((shift) => {
    const nurse = problem.nurses.find(({ id }) => id === shift.nurseId)!;
    return lacking(problem, visit, nurse.skills ?? []).length === 0;
  });
  // What somebody lacks she lacks on all her shifts.
  const unable = new Map(order.filter((one) => !able.includes(one)).map((one) => [one.nurseId, one]));
  return [...able.slice(0, MOST_TRIED), ...[...unable.values()].slice(0, MOST_TRIED)];
}

export function freshId(doc: Problem, wish: string): string {
  const lists = [doc.nurses, doc.shifts, doc.providers ?? [], doc.visitTypes];
  const taken = new Set(lists.flatMap((list) => list.map(({ id }) => id)));
  let id = wish;
  for (let n = 2; taken.has(id); n += 1) id = `${wish}-${n}`;
  return id;
}

function mover(timeZone: string): (instant: string, minutes: number) => string {
  const write = instantWriter(timeZone);
  return (instant, minutes) => write(epochSeconds(instant) + 60 * minutes);
}
