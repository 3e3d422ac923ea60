/** A published day for the phone's tests: one nurse's round in full, on a clock that the test sets. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { AddressInfo } from "node:net";
import { hashPassword } from "../../../src/api/access/passwords.js";
import type { Problem } from "../../../src/contracts/index.js";
import type { RecordChange } from "../../../src/planning/standing/ports.js";
import {
  importProblem,
  startJob,
  startService,
  type Service,
  untilState,
} from "../../api/support/service.js";

export const DATE = "2026-11-23";
const at = (time: string): string => `${DATE}T${time}:00+02:00`;
export const instantOf = (time: string): number => Date.parse(at(time));

interface Home {
  readonly id: string;
  readonly name: string;
  readonly street: string;
  readonly lat: number;
  readonly lon: number;
  readonly languages: readonly string[];
  readonly note?: string;
  readonly typeId: string;
  readonly minutes: number;
  readonly start: string;
  readonly crewSize?: number;
  readonly remote?: boolean;
}

/** Made-up people at real streets of Helsinki's centre. */
const HOMES: readonly Home[] = [
  {
    id: "c1",
    name: "Helmi Koskinen",
    street: "Runeberginkatu 12 B 34",
    lat: 60.1712,
    lon: 24.9252,
    languages: ["fi"],
    note: "Ovikoodi 4821#\nAvain 17 avainkaapissa",
    typeId: "basic",
    minutes: 30,
    start: "07:30",
  },
  {
    id: "c2",
    name: "Gunnel Åkerblom",
    street: "Museigatan 5 A 2",
    lat: 60.1749,
    lon: 24.9279,
    languages: ["sv", "fi"],
    note: "Portkod 1907\nNyckel 22. Ring på två gånger.",
    typeId: "demanding",
    minutes: 45,
    start: "08:15",
  },
  {
    id: "c3",
    name: "Eero ja Aino Mäkelä-Saarikoski",
    street: "Mannerheimintie 44 C 51",
    lat: 60.1789,
    lon: 24.9291,
    languages: ["fi"],
    note: "Summeri Mäkelä, 5. krs",
    typeId: "basic",
    minutes: 40,
    start: "09:20",
    crewSize: 2,
  },
  {
    id: "c4",
    name: "Maryam Hosseini",
    street: "Töölönkatu 7 A 9",
    lat: 60.1772,
    lon: 24.9251,
    languages: ["fa", "en"],
    typeId: "rehabilitative",
    minutes: 45,
    start: "10:30",
  },
  {
    id: "c5",
    name: "Olavi Nieminen",
    street: "Arkadiankatu 20 A 14",
    lat: 60.1716,
    lon: 24.9243,
    languages: ["fi"],
    typeId: "basic",
    minutes: 15,
    start: "12:15",
    remote: true,
  },
  {
    id: "c6",
    name: "Britta Lindholm",
    street: "Lutherinkatu 2 D 40",
    lat: 60.1731,
    lon: 24.9262,
    languages: ["sv"],
    note: "Portkod 5533\nHunden är snäll",
    typeId: "basic",
    minutes: 30,
    start: "13:00",
  },
];

const PLACES = ["office", ...HOMES.map(({ id }) => `home-${id}`)];

const shiftOf = (id: string, nurseId: string) => ({
  id,
  nurseId,
  from: at("07:00"),
  to: at("15:00"),
  startPlaceId: "office",
  endPlaceId: "office",
  mode: "walk",
});

export interface DayWish {
  /** Start of visit v4. Default 10:30. */
  readonly moved?: string;
  /** Visit v2 is Bo's. Default false: Aino's. */
  readonly given?: boolean;
}

export function phoneProblem({ moved = "10:30", given = false }: DayWish = {}): Problem {
  const table = (between: number) => PLACES.map((from) => PLACES.map((to) => (from === to ? 0 : between)));
  return {
    format: "kotikierros/problem@1",
    timeZone: "Europe/Helsinki",
    places: [
      { id: "office", lat: 60.1699, lon: 24.9316, name: "Kampin toimisto" },
      ...HOMES.map(({ id, lat, lon, street }) => ({ id: `home-${id}`, lat, lon, name: street })),
    ],
    travel: { modes: { walk: { durations: table(420), distances: table(550) } } },
    visitTypes: [
      { id: "basic", name: { fi: "Peruskäynti", sv: "Basbesök", en: "Basic visit" } },
      { id: "demanding", name: { fi: "Vaativa käynti", sv: "Krävande besök", en: "Demanding visit" } },
      {
        id: "rehabilitative",
        name: { fi: "Kuntouttava käynti", sv: "Rehabiliterande besök", en: "Rehabilitative visit" },
      },
    ],
    clients: HOMES.map(({ id, languages }) => ({ id, placeId: `home-${id}`, languages: [...languages] })),
    visits: HOMES.map(({ id, typeId, minutes, start, crewSize = 1, remote = false }) => {
      const time = id === "c4" ? moved : start;
      return {
        id: `v${id.slice(1)}`,
        clientId: id,
        typeId,
        minutes,
        windows: [{ from: at(time), to: at(time) }],
        crewSize,
        remote,
        pin: {
          shiftIds: crewSize === 2 ? ["aino-day", "bo-day"] : [given && id === "c2" ? "bo-day" : "aino-day"],
        },
      };
    }),
    nurses: [
      { id: "aino", name: "Aino Virtanen", skills: [] },
      { id: "bo", name: "Bo Ek", skills: [] },
    ],
    shifts: [
      {
        ...shiftOf("aino-day", "aino"),
        breaks: [{ id: "lunch", minutes: 30, from: at("11:15"), to: at("11:45") }],
      },
      shiftOf("bo-day", "bo"),
    ],
  };
}

function standing(): RecordChange[] {
  const make = (
    kind: RecordChange["kind"],
    record: RecordChange["record"] & { id: string },
  ): RecordChange => ({
    kind,
    id: record.id,
    version: "",
    record,
    revision: 1,
  });
  return [
    ...HOMES.map(({ id, name, languages }) => make("clients", { id, name, languages: [...languages] })),
    ...HOMES.flatMap(({ id, note }) =>
      note === undefined ? [] : [make("access-notes", { id: `note-${id}`, clientId: id, text: note })],
    ),
  ];
}

export interface PhoneSite {
  readonly url: string;
  readonly service: Service;
  readonly password: string;
  /** Sets the server's clock, "HH:MM" of the day. */
  setTime(time: string): void;
  /** Plans and publishes; returns the plan's id. */
  publish(problem: Problem): Promise<string>;
  close(): Promise<void>;
}

const TASKS: Readonly<Record<string, readonly string[]>> = {
  v1: ["Aamulääkkeet dosetista", "Aamupala"],
  v2: ["Insulin", "Såromläggning, höger ben"],
  v4: ["Kävelyharjoitus", "Portaat yhdessä"],
};

/** As if the problem had been made from requirements with these tasks. */
async function addTasks({ database }: Service, problemId: string): Promise<void> {
  const visits = Object.entries(TASKS).map(([visitId, tasks]) => ({
    visitId,
    requirementId: `requirement-${visitId}`,
    validFrom: "2026-01-01",
    decisionId: `decision-${visitId}`,
    date: DATE,
    occurrence: 1,
    critical: false,
    tasks,
  }));
  await database.prisma.generation.create({
    data: {
      problemId,
      fromDate: DATE,
      toDate: DATE,
      warnings: "[]",
      visits: JSON.stringify(visits),
      createdAt: new Date(),
    },
  });
}

const PASSWORD = "aurinkoinen-ikkuna-26";

/** Accounts `aino` and `bo` with {@link PASSWORD}. */
async function addAccounts({ database }: Service, createdAt: Date): Promise<void> {
  for (const nurseId of ["aino", "bo"]) {
    await database.accounts.users.add({
      id: `user-${nurseId}`,
      userName: nurseId,
      role: "nurse",
      nurseId,
      areas: null,
      active: true,
      passwordHash: await hashPassword(PASSWORD),
      createdAt,
    });
  }
}

/**
 * @param signIn - with accounts, which `password` opens; the day is published before they are asked
 *   for. Default: everybody is the local administrator, and the test publishes
 */
export async function startPhoneSite(signIn = false): Promise<PhoneSite> {
  const folder = mkdtempSync(path.join(tmpdir(), "kotikierros-phone-"));
  let now = instantOf("07:05");
  const start = (asked: boolean): Promise<Service> =>
    startService({ file: path.join(folder, "phone.sqlite"), web: true, signIn: asked, now: () => now });
  let service = await start(false);
  await service.database.standing.store.transact((transaction) =>
    transaction.write(standing(), { author: "coordinator-1", changedAt: new Date(now) }),
  );
  let held: string | null = null;
  const publish = async (problem: Problem): Promise<string> => {
    const { app } = service;
    const problemId = await importProblem(app, problem);
    await addTasks(service, problemId);
    const job = await startJob(app, problemId, { iterations: 30 });
    const { planId, error } = await untilState(app, job.id, "done", "failed");
    if (planId === null) throw new Error(`no plan: ${JSON.stringify(error)}`);
    const answer = await app.inject({
      method: "POST",
      url: `/plans/${planId}/publish`,
      payload: { author: "coordinator-1", reason: "ready", ...(held === null ? {} : { replaces: held }) },
    });
    if (answer.statusCode !== 200) throw new Error(`not published: ${answer.body}`);
    held = planId;
    return planId;
  };
  if (signIn) {
    await publish(phoneProblem());
    await addAccounts(service, new Date(now));
    await service.close();
    service = await start(true);
  }
  await service.app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = service.app.server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    service,
    password: PASSWORD,
    setTime(time) {
      now = instantOf(time);
    },
    publish,
    async close() {
      await service.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
