/** Helpers for the life of a day's plan over the API. */
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import type { Problem } from "../../../src/contracts/index.js";
import { ENDED, startJob, untilState } from "./service.js";

export interface VersionView {
  id: string;
  problemId: string;
  parentId: string | null;
  kind: string;
  state: string;
  author: string | null;
  valid: boolean;
  cost: number;
  unserved: number;
  dates: string[];
}

/** A plan of a job; each seed makes a version of its own. */
export async function planByJob(app: FastifyInstance, problemId: string, seed = 1): Promise<string> {
  const started = await startJob(app, problemId, { iterations: 40, seed });
  const job = await untilState(app, started.id, ...ENDED);
  if (job.planId === null) throw new Error(`no plan: ${JSON.stringify(job.error)}`);
  return job.planId;
}

export function post(app: FastifyInstance, url: string, payload: object): Promise<LightMyRequestResponse> {
  return app.inject({ method: "POST", url, payload });
}

export function publish(app: FastifyInstance, planId: string, more: object = {}) {
  return post(app, `/plans/${planId}/publish`, { author: "coordinator-1", reason: "ready", ...more });
}

export async function get<T>(app: FastifyInstance, url: string): Promise<T> {
  const answer = await app.inject(url);
  if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`);
  return answer.json<T>();
}

const PLACES = ["office", "h1", "h2", "h3", "h4", "h5", "h6"];

/** A weekday of two nurses and six clients, ten minutes from anywhere to anywhere. */
export function officeDay(date = "2026-11-23"): Problem {
  const at = (time: string): string => `${date}T${time}:00+02:00`;
  const table = (between: number) =>
    PLACES.map((_, row) => PLACES.map((__, column) => (row === column ? 0 : between + 7 * row + 3 * column)));
  const shift = (id: string, nurseId: string) => ({
    id,
    nurseId,
    from: at("07:00"),
    to: at("15:00"),
    startPlaceId: "office",
    endPlaceId: "office",
    mode: "car",
    maxOvertimeMinutes: 15,
    breaks: [{ id: "lunch", minutes: 30, from: at("10:30"), to: at("12:30") }],
  });
  const visit = (index: number, from: string, to: string, more: object = {}) => ({
    id: `v${index}`,
    clientId: `c${index}`,
    typeId: "basic",
    minutes: 30,
    windows: [{ from: at(from), to: at(to) }],
    ...more,
  });
  return {
    format: "kotikierros/problem@1",
    timeZone: "Europe/Helsinki",
    places: PLACES.map((id, index) => ({ id, lat: 60.16 + index / 100, lon: 24.93 })),
    travel: { modes: { car: { durations: table(600), distances: table(4000) } } },
    visitTypes: [{ id: "basic" }, { id: "demanding", requires: ["nurse"] }],
    clients: PLACES.slice(1).map((placeId, index) => ({
      id: `c${index + 1}`,
      placeId,
      languages: index === 0 ? ["sv"] : ["fi"],
      familiarNurseIds: index < 3 ? ["aino"] : ["bo"],
    })),
    visits: [
      visit(1, "07:30", "08:30"),
      visit(2, "08:00", "10:00", { preferred: { from: at("08:30"), to: at("09:00") } }),
      visit(3, "09:00", "11:00"),
      visit(4, "07:30", "08:30", { typeId: "demanding" }),
      visit(5, "08:00", "12:00"),
      visit(6, "12:00", "14:00"),
    ],
    nurses: [
      { id: "aino", skills: ["nurse"], languages: ["fi"] },
      { id: "bo", skills: ["nurse"], languages: ["fi", "sv"] },
      { id: "cia", skills: [], languages: ["fi"] },
    ],
    shifts: [shift("a", "aino"), shift("b", "bo"), { ...shift("c", "cia"), useCost: 20_000 }],
  };
}
