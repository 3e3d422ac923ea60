/** A published day with an urgent visit that nobody planned: the problem to re-plan, and the visit. */
import type { Client, Place, Problem, Visit, VisitType } from "../../contracts/index.js";
import { epochSeconds } from "../../domain/instant.js";
import { instantWriter } from "../../domain/localTime.js";
import { CRITICAL_UNSERVED_COST } from "../generate/demand.js";

/** Who is to be visited, where, for what. */
export interface AlarmSubject {
  readonly client: Client;
  readonly place: Place;
  readonly type: VisitType;
}

export interface Alarm {
  readonly id: string;
  /** When it was raised. */
  readonly at: string;
  readonly minutes: number;
  /** The visit is to start within so many minutes. */
  readonly withinMinutes: number;
}

export interface AlarmDay {
  readonly problem: Problem;
  readonly visit: Visit;
  /** Modes have lost their matrices: nobody was to go to the place that day. */
  readonly lacksTravel: boolean;
}

export const alarmVisitId = (alarmId: string): string => `ALARM:${alarmId}`;

/** The client of the day's problem who lives at the place: in a problem of several dates one who moves has two ids. */
function clientAt({ clients }: Problem, { client, place }: AlarmSubject): Client | undefined {
  return clients.find(
    ({ id, placeId }) => placeId === place.id && (id === client.id || id === `${client.id}@${place.id}`),
  );
}

export function alarmDay(problem: Problem, subject: AlarmSubject, alarm: Alarm): AlarmDay {
  const { place, type } = subject;
  const known = clientAt(problem, subject);
  const taken = problem.clients.some(({ id }) => id === subject.client.id);
  const client = known ?? {
    ...subject.client,
    id: taken ? `${subject.client.id}@${place.id}` : subject.client.id,
  };
  const lacksTravel = problem.places.every(({ id }) => id !== place.id);
  const modes = Object.entries(problem.travel.modes).map(([id, { perStopSeconds }]) => [
    id,
    perStopSeconds === undefined ? {} : { perStopSeconds },
  ]);
  const write = instantWriter(problem.timeZone);
  const raised = epochSeconds(alarm.at);
  const from = write(raised);
  return {
    lacksTravel,
    problem: {
      ...problem,
      ...(lacksTravel
        ? { places: [...problem.places, place], travel: { modes: Object.fromEntries(modes) } }
        : {}),
      visitTypes: problem.visitTypes.some(({ id }) => id === type.id)
        ? problem.visitTypes
        : [...problem.visitTypes, type],
      clients: known === undefined ? [...problem.clients, client] : problem.clients,
    },
    visit: {
      id: alarmVisitId(alarm.id),
      clientId: client.id,
      typeId: type.id,
      minutes: alarm.minutes,
      windows: [{ from, to: write(raised + 60 * alarm.withinMinutes) }],
      // The sooner the better: each second of waiting costs.
      preferred: { from, to: from },
      unservedCost: CRITICAL_UNSERVED_COST,
    },
  };
}
