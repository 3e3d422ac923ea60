/** Files of standing data: idempotent, whole or not at all, faults with line and column. */
import type { LightMyRequestResponse } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { STANDING_KINDS } from "../../src/contracts/standing/index.js";
import { openOffice, requirementOf, sendFile, shiftOf, smallOffice } from "./support/office.js";
import { problemOf, type Service, startService, temporaryFolder } from "./support/service.js";

const temporary = temporaryFolder();
let service: Service;
let other: Service;
beforeAll(async () => {
  service = await startService({ file: `${temporary.folder}/a.sqlite`, fake: true });
  other = await startService({ file: `${temporary.folder}/b.sqlite`, fake: true });
  await openOffice(service.app);
});
afterAll(async () => {
  await service.close();
  await other.close();
  temporary.remove();
});

interface Report {
  rows: number;
  created: number;
  changed: number;
  unchanged: number;
  refused: number;
  stored: boolean;
  faultCount: number;
  faults: { code: string; line: number | null; column: number | null; path: string; message: string }[];
  changes: { id: string; version: string; change: string; line: number | null; keys: string[] }[];
}

async function report(sent: Promise<LightMyRequestResponse>): Promise<Report> {
  const answer = await sent;
  expect([answer.statusCode, answer.body.slice(0, 2000)]).toEqual([200, expect.anything()]);
  return answer.json<Report>();
}

async function refused(sent: Promise<LightMyRequestResponse>): Promise<Report["faults"]> {
  const answer = await sent;
  expect(answer.statusCode).toBe(422);
  const body = problemOf(answer) as unknown as { code: string; faults: Report["faults"] };
  expect(body.code).toBe("import-refused");
  return body.faults;
}

const placesOf = (faults: Report["faults"]) => faults.map(({ code, line, column }) => [code, line, column]);
const ANYWHERE = { minutes: 30, earliestAfterMinutes: 180, latestAfterMinutes: 300, inside: false };
const fetchText = async (from: Service, url: string) => (await from.app.inject(url)).body;

describe("an export", () => {
  it("of every kind, in every form, is taken back and changes nothing", async () => {
    for (const kind of STANDING_KINDS) {
      for (const query of ["format=csv", "format=csv&dialect=plain", "format=json"]) {
        const file = await fetchText(service, `/exports/${kind}?${query}`);
        const again = await report(sendFile(service.app, kind, file));
        const rows = smallOffice()[kind]?.length ?? 0;
        expect([kind, query, again.rows, again.unchanged]).toEqual([kind, query, rows, rows]);
      }
    }
  });

  it("builds the same office elsewhere, kind by kind or at once", async () => {
    for (const kind of STANDING_KINDS) {
      const file = await fetchText(service, `/exports/${kind}?format=csv`);
      expect((await report(sendFile(other.app, kind, file))).stored).toBe(true);
    }
    const all = await fetchText(service, "/exports/all");
    expect(await fetchText(other, "/exports/all")).toBe(all);
    const again = await report(sendFile(other.app, "all", all));
    expect([again.created, again.changed, again.unchanged]).toEqual([0, 0, again.rows]);
  });

  it("for Excel has its mark, semicolons and decimal commas, and no cell that is a formula", async () => {
    await sendFile(service.app, "areas", JSON.stringify([{ id: "=1+1", description: '-2;\n"x"' }]));
    const file = await fetchText(service, "/exports/areas?format=csv");
    expect(file.startsWith("\u{feff}id;name.fi;name.sv;name.en;description\r\n'=1+1;")).toBe(true);
    expect(await fetchText(service, "/exports/places?format=csv")).toContain("60,16;24,93");
    expect((await report(sendFile(service.app, "areas", file))).changed).toBe(0);
  });
});

it("what is empty is not what is absent", async () => {
  const types = [{ id: "empty", description: "", requires: [], name: { fi: "" } }, { id: "absent" }];
  const shifts = [shiftOf("anywhere", "n2", { date: "2026-12-24", breaks: [ANYWHERE] })];
  await report(sendFile(service.app, "all", JSON.stringify({ "visit-types": types, shifts })));
  for (const kind of ["visit-types", "shifts"]) {
    const file = await fetchText(service, `/exports/${kind}?format=csv`);
    expect((await report(sendFile(service.app, kind, file))).changed).toBe(0);
  }
});

describe("a file from Excel", () => {
  const CSV = "id;lat;lon;address;setupSeconds\r\nx1;60,25;24,5;Ä;1 200\r\nx2;60.5;25;;\r\n;;;;\r\n";

  it.each([
    ["UTF-8 with its mark", Buffer.from(`\u{feff}${CSV}`)],
    ["UTF-8 without", Buffer.from(CSV)],
    ["Windows-1252", Buffer.from(CSV, "latin1")],
    ["UTF-16", Buffer.from(`\u{feff}${CSV}`, "utf16le")],
    ["commas", Buffer.from(CSV.replaceAll(/(\d),(\d)/g, "$1.$2").replaceAll(";", ","))],
    ["tabs", Buffer.from(CSV.replaceAll(";", "\t"))],
    ["a line sep=", Buffer.from(`sep=;\r\n${CSV}`)],
    ["headings in capitals", Buffer.from(CSV.replace("address", "ADDRESS"))],
  ])("in %s is read", async (_name, bytes) => {
    const preview = await report(sendFile(service.app, "places", bytes, "?preview=true"));
    expect(preview).toMatchObject({ rows: 2, created: 2, stored: false, faultCount: 0 });
    await report(sendFile(other.app, "places", bytes));
    const read = (await other.app.inject("/places/x1")).json();
    expect(read).toEqual({ id: "x1", lat: 60.25, lon: 24.5, address: "Ä", setupSeconds: 1200 });
    expect((await service.app.inject("/places/x1")).statusCode).toBe(404);
  });

  it("has dates and times as Excel writes them", async () => {
    const rows = "s9;n2;24.11.2026;7:00;15.30;office;office;30@180-300|15@60-90 inside";
    await report(
      sendFile(other.app, "shifts", `id;nurseId;date;from;to;startPlaceId;endPlaceId;breaks\n${rows}`),
    );
    expect((await other.app.inject("/shifts/s9")).json()).toMatchObject({
      date: "2026-11-24",
      from: "07:00",
      to: "15:30",
      breaks: [
        { minutes: 30, earliestAfterMinutes: 180, latestAfterMinutes: 300 },
        { minutes: 15, earliestAfterMinutes: 60, latestAfterMinutes: 90, inside: true },
      ],
    });
  });
});

describe("a file with some columns", () => {
  it("leaves the fields that it has no column for, and clears those with an empty cell", async () => {
    const changed = await report(sendFile(service.app, "nurses", "id;mode;homeAreaId\nn1;bike;"));
    expect(changed.changes).toMatchObject([
      { id: "n1", change: "changed", line: 2, keys: ["homeAreaId", "mode"] },
    ]);
    expect((await service.app.inject("/nurses/n1")).json()).toEqual({
      id: "n1",
      name: "Aino Virtanen",
      unitId: "unit",
      mode: "bike",
    });
    await report(sendFile(service.app, "nurses", "id;contract.kind\nn3;own"));
    expect((await service.app.inject("/nurses/n3")).json()).toEqual({ id: "n3", contract: { kind: "own" } });
  });

  it("changes requirements from a date on", async () => {
    const file = "id;validFrom;minutes\nr1;2026-09-01;40\nr1;2026-12-01;50";
    const first = await report(sendFile(service.app, "requirements", file));
    expect([first.created, first.changes.map(({ version }) => version)]).toEqual([
      2,
      ["2026-09-01", "2026-12-01"],
    ]);
    expect((await service.app.inject("/requirements/r1?date=2026-10-01")).json()).toEqual(
      requirementOf("r1", "d1", { validFrom: "2026-09-01", minutes: 40 }),
    );
    const second = await report(sendFile(service.app, "requirements", file));
    expect([second.created, second.changed, second.unchanged]).toEqual([0, 0, 2]);
  });
});

describe("a file with faults", () => {
  const CLIENTS = [
    "id;name;areaId;languages;wishedTime",
    "f1;Meikäläinen;east;fi|sv;08:00-10:00",
    'f2;"Rivi',
    'kaksi";nowhere;;',
    "f3;;east;;morning",
    "f1;;;;",
    "f4;;;;",
  ].join("\n");

  it("is refused whole, each fault with its line and column, and without names", async () => {
    const faults = await refused(sendFile(service.app, "clients", CLIENTS));
    expect(placesOf(faults)).toEqual([
      ["reference-missing", 3, 3],
      ["cell-value", 5, 5],
      ["row-twice", 6, 1],
    ]);
    expect(JSON.stringify(faults)).not.toMatch(/Meik|Rivi/);
    expect((await service.app.inject("/clients/f1")).statusCode).toBe(404);
  });

  it("is stored but for its faulty rows where that is wished", async () => {
    const preview = await report(sendFile(service.app, "clients", CLIENTS, "?partial=true&preview=true"));
    expect(preview).toMatchObject({ rows: 5, created: 2, refused: 3, stored: false, faultCount: 3 });
    expect((await service.app.inject("/clients/f4")).statusCode).toBe(404);
    const partial = await report(sendFile(service.app, "clients", CLIENTS, "?partial=true"));
    expect(partial).toMatchObject({ rows: 5, created: 2, refused: 3, stored: true });
    expect((await service.app.inject("/clients/f4")).statusCode).toBe(200);
    const again = await report(sendFile(service.app, "clients", CLIENTS, "?partial=true"));
    expect(again).toMatchObject({ created: 0, changed: 0, unchanged: 2, refused: 3 });
  });

  it("takes what depends on a faulty row out with it", async () => {
    const file = JSON.stringify({
      clients: [{ id: "g1", areaId: "nowhere" }, { id: "g2" }],
      decisions: [
        { id: "gd1", clientId: "g1", validFrom: "2026-01-01" },
        { id: "gd2", clientId: "g2", validFrom: "2026-01-01" },
      ],
      requirements: [requirementOf("gr1", "gd1"), requirementOf("gr2", "gd2")],
    });
    expect((await refused(sendFile(service.app, "all", file))).map(({ path }) => path)).toEqual([
      "/clients/0/areaId",
    ]);
    const partial = await report(sendFile(service.app, "all", file, "?partial=true"));
    expect(partial).toMatchObject({ rows: 6, created: 3, refused: 3 });
    const lines = JSON.stringify(JSON.parse(file), null, 1);
    const placed = await refused(sendFile(service.app, "all", lines));
    expect(placesOf(placed)).toEqual([
      ["reference-missing", lines.slice(0, lines.indexOf('"g1"')).split("\n").length - 1, 3],
    ]);
    expect(partial.faults.map(({ path }) => path)).toEqual([
      "/clients/0/areaId",
      "/decisions/0/clientId",
      "/requirements/0/decisionId",
    ]);
  });

  it.each([
    ["a heading that is unknown", "id;colour\nx;red", [["column-unknown", 1, 2]]],
    ["a heading that stands twice", "id;mode;mode\nx;a;b", [["column-unknown", 1, 3]]],
    ["cells without heading", "id;;mode\nx;y;z", [["column-unknown", 1, 2]]],
    ["no id", "mode\ncar", [["column-missing", 1, null]]],
    ["nothing", "\n\n", [["column-missing", 1, null]]],
    ["a quotation mark left open", 'id;name\nx;"y\nz;', [["csv-syntax", 3, null]]],
    ["a short row", "id;name;mode\nx;y;car\nz", [["csv-syntax", 3, null]]],
    ["a wrong word", "id;gender\n\nx;man", [["unknown-value", 3, 2]]],
    ["a wrong word below empty rows", "id;gender\r\n;\r\n\r\n;\r\nx;man", [["unknown-value", 5, 2]]],
    ["a missing id", "id;mode\n;car", [["missing-key", 2, 1]]],
  ])("with %s says where", async (_name, file, places) => {
    expect(placesOf(await refused(sendFile(service.app, "nurses", file)))).toEqual(places);
  });

  it("of JSON names the entry, and the kind where there is none", async () => {
    const list = await refused(sendFile(service.app, "areas", '[{"id":"o[\\"k"},\n 5,\n  {"id":7}]'));
    expect(list).toMatchObject([
      { code: "wrong-type", path: "/1", line: 2, column: 2 },
      { code: "wrong-type", path: "/2/id", line: 3, column: 3 },
    ]);
    const all = await refused(sendFile(service.app, "all", '{"planets":[],"areas":{}}'));
    expect(all.map(({ path }) => path)).toEqual(["/planets", "/areas"]);
    const broken = await sendFile(service.app, "areas", "[{");
    expect(problemOf(broken).code).toBe("body-not-json");
    const csv = await sendFile(service.app, "all", "id\nx");
    expect(problemOf(csv).code).toBe("request-invalid");
  });

  it("shows shifts that overlap within the file", async () => {
    const head = "id;nurseId;date;from;to;startPlaceId;endPlaceId;vehicleId";
    const row = (id: string, nurse: string, from: string, to: string, car = "") =>
      `${id};${nurse};2026-12-01;${from};${to};office;office;${car}`;
    const file = [
      head,
      row("o1", "n1", "07:00", "12:00", "cars"),
      row("o2", "n1", "11:00", "15:00"),
      row("o3", "n2", "11:59", "15:00", "cars"),
      row("o4", "n2", "15:00", "16:00", "cars"),
    ].join("\n");
    expect(placesOf(await refused(sendFile(service.app, "shifts", file)))).toEqual([
      ["shifts-overlap", 3, 4],
      ["vehicle-taken", 4, 8],
    ]);
  });
});

describe("1,000 requirement changes in one import", () => {
  const COUNT = 1000;
  const pad = (at: number) => String(at).padStart(4, "0");

  it("are stored together, the same file again changes nothing, and the days before stay", async () => {
    const ids = Array.from({ length: COUNT }, (_, at) => `big${pad(at)}`);
    const made = await report(
      sendFile(
        service.app,
        "all",
        JSON.stringify({ requirements: ids.map((id) => requirementOf(id, "d1", { minutes: 20 })) }),
      ),
    );
    expect(made.created).toBe(COUNT);
    const file = `id;validFrom;minutes;windows\n${ids
      .map((id, at) => `${id};2026-12-01;${30 + (at % 10)};09:00-10:30`)
      .join("\n")}`;
    const changed = await report(sendFile(service.app, "requirements", file));
    expect([changed.created, changed.refused]).toEqual([COUNT, 0]);
    const again = await report(sendFile(service.app, "requirements", file));
    expect([again.created, again.changed, again.unchanged]).toEqual([0, 0, COUNT]);
    const sum = async (date: string) => {
      const { items } = (
        await service.app.inject(`/requirements?decisionId=d1&date=${date}&limit=10000`)
      ).json<{
        items: { id: string; minutes: number }[];
      }>();
      const big = items.filter(({ id }) => id.startsWith("big"));
      return [big.length, big.reduce((total, { minutes }) => total + minutes, 0)];
    };
    expect(await sum("2026-11-30")).toEqual([COUNT, 20 * COUNT]);
    expect(await sum("2026-12-01")).toEqual([COUNT, 34.5 * COUNT]);

    const oneBad = file.replace("big0500;2026-12-01", "big0500;2026-13-01").replaceAll("09:00", "08:00");
    expect(placesOf(await refused(sendFile(service.app, "requirements", oneBad)))).toEqual([
      ["date-shape", 502, 2],
    ]);
    expect((await service.app.inject("/requirements/big0000?date=2026-12-01")).body).toContain("09:00");
  });
});
