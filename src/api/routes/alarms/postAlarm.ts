import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { limits } from "../../../contracts/index.js";
import { ORGANISATION_TIME_ZONE } from "../../../contracts/standing/basics.js";
import { addDays } from "../../../domain/dates.js";
import { epochSeconds } from "../../../domain/instant.js";
import { instantWriter } from "../../../domain/localTime.js";
import { type Identity, withinAreas } from "../../../planning/access/index.js";
import {
  alarmDay,
  type AlarmLack,
  alarmSubject,
  type FoundSubject,
  type TravelFiller,
} from "../../../planning/alarms/index.js";
import { DAY_STARTS } from "../../../planning/generate/index.js";
import type { LoadedVersion, VersionReader } from "../../../planning/life/index.js";
import { authorOf, noteChange, noteSubjects } from "../../access/index.js";
import { ApiError } from "../../apiError.js";
import type { ApiDeps } from "../../deps.js";
import { errors, postHeaders } from "../../schemas.js";
import type { LifeRoute } from "../../types.js";
import { loadVersion } from "../versions/load.js";
import { publishedFor } from "../versions/published.js";
import { replanDraft, replannedProblem } from "../versions/replanDraft.js";
import { author, instant, reason } from "../versions/schemas.js";

const id = z.string().min(1).max(200);
const minutes = z.int().min(1).max(1440);
const USUAL_MINUTES = 30;
const RUN = { seed: 1, iterations: null, seconds: 0.6 } as const;

const body = z.strictObject({
  id: id.describe("The alarm's own id; its visit is ALARM:id"),
  clientId: z.string().min(1).max(500),
  typeId: z.string().min(1).max(500).describe("Of the catalogue: what skills the visit asks for"),
  at: instant.optional().describe("When it was raised; absent: now"),
  minutes: minutes.optional().describe("Absent: the type's own, else 30"),
  withinMinutes: minutes.default(60).describe("How soon somebody is to be there"),
  limits: limits.optional().describe("The disturbance budget, hard"),
  author,
  reason: reason.optional(),
});

const answer = z
  .object({
    date: z.string(),
    visitId: z.string(),
    id: z.string().describe("The new draft"),
    parentId: z.string(),
    valid: z.boolean(),
    cost: z.number(),
    unserved: z.number(),
    difference: z.unknown(),
    tell: z.unknown(),
  })
  .meta({ id: "AlarmDraft" });

const LACKS: Readonly<Record<AlarmLack, string>> = {
  client: "no client has this id",
  home: "the client has no home on the date",
  type: "no visit type has this id",
};

/** The day by whose plan nurses work at an instant: before five in the morning it is the night shift's. */
function planDate(at: string): string {
  const local = instantWriter(ORGANISATION_TIME_ZONE)(epochSeconds(at));
  const date = local.slice(0, 10);
  return local.slice(11, 16) < DAY_STARTS ? addDays(date, -1) : date;
}

/** A client of another area is as one who is not there. */
function heldToAreas(found: FoundSubject | AlarmLack, identity: Identity): FoundSubject {
  const lack = typeof found === "string" ? found : null;
  if (typeof found !== "string" && withinAreas(identity, found.client.areaId ?? null)) return found;
  throw new ApiError("alarm-refused", LACKS[lack ?? "client"]);
}

async function withTravel(
  travel: TravelFiller | undefined,
  day: ReturnType<typeof alarmDay>,
  { problem: before }: LoadedVersion,
) {
  if (!day.lacksTravel) return day.problem;
  const estimated = Object.values(before.travel.modes).some(({ source }) => source?.kind === "estimate");
  const filled = await travel?.fill(day.problem, estimated);
  if (filled?.ok === true) return filled.problem;
  const why = filled === undefined ? {} : { jobError: filled.error };
  throw new ApiError("alarm-refused", "no ways are known to the client's home", why);
}

/** Of the versions that hold that of the client's area, or the one that knows the client; else what was published last. */
async function publishedOn(
  deps: ApiDeps,
  reader: VersionReader,
  request: FastifyRequest,
  { date, clientId }: { readonly date: string; readonly clientId: string },
): Promise<LoadedVersion> {
  const [last, ...beside] = await publishedFor(request, deps, date);
  if (beside.length === 0) return loadVersion(reader, last.planId);
  const [client] = await deps.standing.store.list("clients", { ids: [clientId] });
  const areaId = client?.record.areaId;
  let found: LoadedVersion | null = null;
  for (const { planId, areas } of [last, ...beside]) {
    const loaded = await loadVersion(reader, planId);
    if (areaId !== undefined && areas?.includes(areaId) === true) return loaded;
    if (loaded.problem.clients.some(({ id: known }) => known === clientId)) found ??= loaded;
  }
  return found ?? loadVersion(reader, last.planId);
}

export const postAlarm: LifeRoute = (app, deps, reader) => {
  app.post(
    "/alarms",
    {
      schema: {
        summary: "An alarm from outside: an urgent visit in the day as it runs, as a draft to publish",
        description:
          "For integrations, by a token with the scope alarms:write. Nothing is published by itself.",
        tags: ["versions"],
        headers: postHeaders,
        body,
        response: { 201: answer, ...errors(400, 403, 404, 409, 415, 422) },
      },
    },
    async (request, reply) => {
      const { body: wanted, identity } = request;
      noteSubjects(request, "client", [wanted.clientId]);
      const at =
        wanted.at ?? instantWriter(ORGANISATION_TIME_ZONE)(Math.floor((deps.now ?? Date.now)() / 1000));
      const date = planDate(at);
      const base = await publishedOn(deps, reader, request, { date, clientId: wanted.clientId });
      const subject = heldToAreas(
        await alarmSubject(deps.standing.store, base.problem, wanted, date),
        identity,
      );
      const day = alarmDay(base.problem, subject, {
        id: wanted.id,
        at,
        minutes: wanted.minutes ?? subject.minutes ?? USUAL_MINUTES,
        withinMinutes: wanted.withinMinutes,
      });
      const problem = await withTravel(deps.alarms?.travel, day, base);
      const wish = { now: at, events: [{ kind: "visit", visit: day.visit }], limits: wanted.limits } as const;
      const draft = await replanDraft(deps, base, replannedProblem({ problem, plan: base.plan }, wish), RUN, {
        author: authorOf(request, wanted.author),
        reason: wanted.reason ?? `alarm ${wanted.id}`,
        changes: wish,
      });
      noteChange(request, { about: { planId: draft.id, alarm: wanted.id, dates: [date] } });
      return reply
        .code(201)
        .header("location", `/plans/${draft.id}`)
        .send({ date, visitId: day.visit.id, ...draft });
    },
  );
};
