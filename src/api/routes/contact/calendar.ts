import { randomUUID } from "node:crypto";
import ical from "ical-generator";
import { z } from "zod";
import { calendarLinkView } from "../../../contracts/index.js";
import {
  type CalendarEvent,
  type CalendarLink,
  shiftEvents,
  stopEvents,
} from "../../../planning/contact/index.js";
import { digestOf, newSecret } from "../../access/secrets.js";
import { ApiError } from "../../apiError.js";
import { errors, idParams } from "../../schemas.js";
import type { ContactRoute, ContactRouteDeps } from "./deps.js";

const DAY_MILLISECONDS = 24 * 3600 * 1000;
/** Shifts of this many days from yesterday on; the phone's store answers for 31. */
const DAYS = 31;
/** Visits of yesterday, today and tomorrow; beyond that shifts only. */
const VISIT_DAYS = 3;

const TEXTS = {
  fi: { shift: "Työvuoro", visit: "Käynti", break: "Tauko" },
  sv: { shift: "Arbetspass", visit: "Besök", break: "Paus" },
  en: { shift: "Shift", visit: "Visit", break: "Break" },
} as const;
type Lang = keyof typeof TEXTS;

const viewLink = ({ id, createdAt, revokedAt }: CalendarLink): z.infer<typeof calendarLinkView> => ({
  id,
  createdAt: createdAt.toISOString(),
  revokedAt: revokedAt?.toISOString() ?? null,
});

/** The published days only: what is not published may still be another's. */
async function eventsOf(deps: ContactRouteDeps, nurseId: string): Promise<readonly CalendarEvent[]> {
  const first = deps.now().getTime() - DAY_MILLISECONDS;
  const dates = Array.from({ length: DAYS }, (_, index) =>
    new Date(first + index * DAY_MILLISECONDS).toISOString().slice(0, 10),
  );
  const { shifts } = await deps.phone.listShifts(nurseId, dates[0]!, dates.at(-1)!);
  const events = [...shiftEvents(shifts)];
  for (const date of dates.slice(0, VISIT_DAYS)) {
    if ((await deps.versions.findPublished(date)).length === 0) continue;
    const day = await deps.plans.findNurseDay(nurseId, date);
    if (day !== null) events.push(...stopEvents(date, day));
  }
  return events;
}

function calendarText(events: readonly CalendarEvent[], lang: Lang, stamp: Date): string {
  const calendar = ical({ name: "Kotikierros", prodId: "//kotikierros//rounds//EN" });
  for (const { id, kind, start, end } of events) {
    calendar.createEvent({ id: `${id}@kotikierros`, start, end, stamp, summary: TEXTS[lang][kind] });
  }
  return calendar.toString();
}

export const calendar: ContactRoute = (app, deps) => {
  const { calendarLinks } = deps.stores;
  const known = async (id: string): Promise<void> => {
    if (!(await deps.nurses.exists(id))) throw new ApiError("nurse-unknown", "no nurse has this id");
  };

  app.get(
    "/nurses/:id/calendar-links",
    {
      schema: {
        summary: "A nurse's calendar links, without their secrets",
        tags: ["contact"],
        params: idParams,
        response: { 200: z.object({ links: z.array(calendarLinkView) }), ...errors(401, 403, 404) },
      },
    },
    async ({ params: { id } }, reply) => {
      await known(id);
      void reply.header("cache-control", "no-store");
      return { links: (await calendarLinks.list(id)).map(viewLink) };
    },
  );

  app.post(
    "/nurses/:id/calendar-links",
    {
      schema: {
        summary: "A secret address that a calendar program may read a nurse's rounds from",
        description:
          "Shifts of 31 days from yesterday on; visits of yesterday, today and tomorrow as times, without client, place or type. Whoever has the address can read it, until it is ended.",
        tags: ["contact"],
        params: idParams,
        response: {
          201: z.object({ link: calendarLinkView, path: z.string().describe("Shown this once") }),
          ...errors(401, 403, 404),
        },
      },
    },
    async ({ params: { id } }, reply) => {
      await known(id);
      const secret = newSecret();
      const link = { id: randomUUID(), nurseId: id, createdAt: deps.now(), revokedAt: null };
      await calendarLinks.add(link, digestOf(secret));
      return reply
        .code(201)
        .header("cache-control", "no-store")
        .send({ link: viewLink(link), path: `/calendar/${secret}.ics` });
    },
  );

  app.delete(
    "/nurses/:id/calendar-links/:linkId",
    {
      schema: {
        summary: "End a calendar link at once",
        tags: ["contact"],
        params: idParams.extend({ linkId: z.string().min(1).max(200) }),
        response: { 200: calendarLinkView, ...errors(401, 403, 404) },
      },
    },
    async ({ params: { id, linkId } }) => {
      const link = await calendarLinks.revoke(linkId, id, deps.now());
      if (link === null) throw new ApiError("calendar-unknown", "the nurse has no such link");
      return viewLink(link);
    },
  );

  app.get(
    "/calendar/:file",
    {
      schema: {
        summary: "A nurse's rounds as iCalendar; the address is the secret",
        tags: ["contact"],
        params: z.object({ file: z.string().min(1).max(200).describe("SECRET.ics") }),
        querystring: z.object({ lang: z.enum(["fi", "sv", "en"]).default("fi") }),
        response: {
          200: { description: "RFC 5545", content: { "text/calendar": { schema: z.string() } } },
          ...errors(400, 404),
        },
      },
    },
    async ({ params, query }, reply) => {
      const secret = /^([\w-]+)\.ics$/.exec(params.file)?.[1];
      const link = secret === undefined ? null : await calendarLinks.findOpen(digestOf(secret));
      if (link === null) throw new ApiError("calendar-unknown", "no calendar has this address");
      const text = calendarText(await eventsOf(deps, link.nurseId), query.lang, deps.now());
      return reply
        .type("text/calendar; charset=utf-8")
        .header("cache-control", "private, no-store")
        .serializer((body: string) => body)
        .send(text);
    },
  );
};
