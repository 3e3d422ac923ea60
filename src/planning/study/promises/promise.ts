/** Promises of a day: what it holds to and could let go, each as a change of the problem. */
import type { CostPart, Problem } from "../../../contracts/index.js";
import { epochSeconds } from "../../../domain/instant.js";
import { weightsOf } from "../../life/weights.js";

export const PROMISE_KINDS = [
  "window",
  "pin",
  "familiar",
  "ban",
  "skill",
  "break",
  "weight",
  "limit",
] as const;
export type PromiseKind = (typeof PROMISE_KINDS)[number];

export interface DayPromise {
  readonly kind: PromiseKind;
  /** Ids by what they are of: visitId, clientId, visitTypeId, shiftId and breakId, weight, limit. */
  readonly of: Readonly<Record<string, string>>;
  /** Visits whose place it decides, as positions in the problem. */
  readonly visits: readonly number[];
  /** The problem without it; the problem given stays as it is. */
  readonly without: (problem: Problem) => Problem;
}

/** Weights that stand for a wish and not for work. */
const WISHES: readonly CostPart[] = [
  "early",
  "late",
  "worstLate",
  "overtime",
  "unfamiliar",
  "outsideArea",
  "language",
  "overload",
  "moved",
  "shifted",
];

function replaced<T>(list: readonly T[], index: number, change: (item: T) => T): T[] {
  return list.map((item, i) => (i === index ? change(item) : item));
}

/** Every promise of the problem, by kind and in its order. */
export function promisesOf(problem: Problem): DayPromise[] {
  return [
    ...ofVisits(problem),
    ...ofClients(problem),
    ...ofTypes(problem),
    ...ofShifts(problem),
    ...ofPolicy(problem),
  ];
}

function ofVisits(problem: Problem): DayPromise[] {
  const from = problem.shifts.map((shift) => shift.from).toSorted(byTime)[0];
  const to = problem.shifts
    .map((shift) => shift.to)
    .toSorted(byTime)
    .at(-1);
  return problem.visits.flatMap((visit, index) => {
    const change = (edit: (one: typeof visit) => typeof visit) => (day: Problem) => ({
      ...day,
      visits: replaced(day.visits, index, edit),
    });
    const promise = (kind: PromiseKind, without: DayPromise["without"]): DayPromise => ({
      kind,
      of: { visitId: visit.id },
      visits: [index],
      without,
    });
    const out: DayPromise[] = [];
    if (from !== undefined && to !== undefined && visit.pin?.start === undefined) {
      out.push(
        promise(
          "window",
          change((one) => ({ ...one, windows: [...one.windows, { from, to }] })),
        ),
      );
    }
    if (visit.pin !== undefined && visit.pin.begun !== true) {
      out.push(
        promise(
          "pin",
          change(({ pin: _pin, ...one }) => one),
        ),
      );
    }
    return out;
  });
}

/** Instants of one document may have several offsets. */
function byTime(a: string, b: string): number {
  return epochSeconds(a) - epochSeconds(b);
}

function ofClients(problem: Problem): DayPromise[] {
  const visits = new Map<string, number[]>();
  problem.visits.forEach(({ clientId }, index) =>
    visits.set(clientId, [...(visits.get(clientId) ?? []), index]),
  );
  return problem.clients.flatMap((client, index) => {
    const own = visits.get(client.id) ?? [];
    if (own.length === 0) return [];
    const letGo = (kind: PromiseKind, key: "familiarNurseIds" | "refusedNurseIds"): DayPromise[] =>
      (client[key] ?? []).length === 0
        ? []
        : [
            {
              kind,
              of: { clientId: client.id },
              visits: own,
              without: (day) => ({
                ...day,
                clients: replaced(day.clients, index, (one) => ({ ...one, [key]: [] })),
              }),
            },
          ];
    return [...letGo("familiar", "familiarNurseIds"), ...letGo("ban", "refusedNurseIds")];
  });
}

function ofTypes(problem: Problem): DayPromise[] {
  return problem.visitTypes.flatMap((type, index) =>
    (type.requires ?? []).length + (type.requiresAnyOf ?? []).length === 0
      ? []
      : [
          {
            kind: "skill" as const,
            of: { visitTypeId: type.id },
            visits: problem.visits.flatMap((visit, v) => (visit.typeId === type.id ? [v] : [])),
            without: (day: Problem) => ({
              ...day,
              visitTypes: replaced(day.visitTypes, index, (one) => ({
                ...one,
                requires: [],
                requiresAnyOf: [],
              })),
            }),
          },
        ],
  );
}

function ofShifts(problem: Problem): DayPromise[] {
  return problem.shifts.flatMap((shift, index) =>
    (shift.breaks ?? []).map((item) => ({
      kind: "break" as const,
      of: { shiftId: shift.id, breakId: item.id },
      visits: [],
      without: (day: Problem) => ({
        ...day,
        shifts: replaced(day.shifts, index, (one) => ({
          ...one,
          breaks: (one.breaks ?? []).filter(({ id }) => id !== item.id),
        })),
      }),
    })),
  );
}

function ofPolicy(problem: Problem): DayPromise[] {
  const weights = weightsOf(problem);
  const wishes = WISHES.filter((part) => weights[part] > 0).map((part) => ({
    kind: "weight" as const,
    of: { weight: part },
    visits: [],
    without: (day: Problem) => ({ ...day, weights: { ...day.weights, [part]: 0 } }),
  }));
  const limits = Object.keys(problem.limits ?? {}).map((limit) => ({
    kind: "limit" as const,
    of: { limit },
    visits: [],
    without: (day: Problem): Problem => ({
      ...day,
      limits: Object.fromEntries(Object.entries(day.limits ?? {}).filter(([key]) => key !== limit)),
    }),
  }));
  return [...wishes, ...limits];
}
