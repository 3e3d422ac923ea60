/** Files: every field has a column, every column is documented, and records come back as they were. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  readRecord,
  STANDING_KINDS,
  STANDING_SCHEMAS,
  type StandingKind,
  type StandingRecords,
} from "../../../src/contracts/standing/index.js";
import { z } from "zod";
import { columnsOf } from "../../../src/exchange/columns.js";
import { EXCEL, PLAIN, readCsv, writeCsv } from "../../../src/exchange/index.js";
import { repositoryFile } from "../contracts/fixtures.js";

type Shape = { properties?: Record<string, Shape>; anyOf?: Shape[]; oneOf?: Shape[] };

/** Keys of a record that lead to a value, objects opened one level, as columns are named. */
function fieldsOf(kind: StandingKind): string[] {
  const shape = z.toJSONSchema(STANDING_SCHEMAS[kind], { unrepresentable: "any" }) as Shape;
  const whole = ["wishedTime"];
  return Object.entries(shape.properties ?? {}).flatMap(([key, inner]) => {
    const forms = inner.anyOf ?? inner.oneOf ?? [inner];
    const keys = new Set(forms.flatMap((form) => Object.keys(form.properties ?? {})));
    return keys.size === 0 || whole.includes(key) ? [key] : [...keys].map((sub) => `${key}.${sub}`);
  });
}

describe("the columns", () => {
  it.each(STANDING_KINDS)("of %s are its fields, and stand in the documentation", (kind) => {
    const names = columnsOf(kind, ["fi", "sv", "en"]).map(({ name }) => name);
    const fields = names.map((name) => name.replace(/^name\.(fi|sv|en)$/, "name"));
    expect([...new Set(fields)].toSorted()).toEqual(fieldsOf(kind).toSorted());
    expect(repositoryFile("docs/standing.md")).toContain(`\n${names.join(";")}\n`);
  });
});

const word = fc.oneof(
  fc.constantFrom(
    "=1+1",
    "-5",
    "'quoted",
    "a|b",
    "a\\b",
    "semi;colon",
    'quo"te',
    "two\nlines",
    "Ä ö",
    "0012",
    "1,5",
  ),
  fc.string({ minLength: 1, maxLength: 8, unit: "grapheme" }),
);
/** A cell is trimmed, so that texts have no spaces at their ends. */
const text = word
  .map((one) => one.trim())
  .filter((one) => one !== "" && !one.includes("\r") && !one.includes("\u{0}"));
const id = text;
const ids = fc.array(text, { minLength: 1, maxLength: 3 });
const euros = fc.integer({ min: 0, max: 10_000_000 }).map((cents) => cents / 100);
const two = (value: number) => String(value).padStart(2, "0");
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((at) => at.map(two).join(":"));
const window = fc.record({ from: time, to: time });
const some = <T extends object>(required: (keyof T)[], model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(model, { requiredKeys: required }) as unknown as fc.Arbitrary<T>;

const visitType = some(["id"], {
  id,
  name: fc.dictionary(fc.constantFrom("fi", "sv", "en", "so", "se-FI"), text, { minKeys: 1 }),
  description: text,
  numberInNeed: fc.nat(),
  clientFeeEuros: euros,
  priceComponents: fc.array(fc.record({ name: text, euros }), { minLength: 1, maxLength: 3 }),
  requires: ids,
  directCare: fc.boolean(),
});
const requirement = some(["id", "decisionId", "validFrom", "typeId", "rhythm", "windows"], {
  id,
  decisionId: id,
  validFrom: fc.constant("2026-01-01"),
  typeId: id,
  rhythm: fc.constantFrom(
    { kind: "rule", rrule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,-1SU", holidays: "skip" },
    { kind: "any-days", daysAWeek: 2, weekdays: ["MO", "FR"], anchor: "2026-01-05" },
  ),
  windows: fc.array(window, { minLength: 1, maxLength: 3 }),
  critical: fc.boolean(),
  tasks: fc.array(text, { minLength: 1, maxLength: 3 }),
});
const place = some(["id", "lat", "lon"], {
  id,
  lat: fc
    .double({ min: -90, max: 90, noNaN: true, noDefaultInfinity: true })
    .map((value) => Number(value.toFixed(6)) + 0),
  lon: fc
    .double({ min: -180, max: 180, noNaN: true, noDefaultInfinity: true })
    .map((value) => Number(value.toFixed(6)) + 0),
  address: text,
});

function comesBack(kind: StandingKind, record: { readonly id: string }): void {
  const read = readRecord(kind, record);
  // Names of price components and the like may be what no record may have; those say nothing here.
  fc.pre(read.ok);
  for (const dialect of [EXCEL, PLAIN]) {
    const file = writeCsv(kind, [record as StandingRecords[StandingKind]] as never, dialect);
    const back = readCsv(kind, new TextEncoder().encode(file));
    if (!back.ok) throw new Error(JSON.stringify(back.faults));
    expect(back.rows.flatMap(({ faults }) => faults)).toEqual([]);
    expect(back.rows.map((row) => row.complete(null))).toEqual([record]);
  }
}

describe("a record comes back from its file", () => {
  it.each([
    ["visit-types", visitType],
    ["requirements", requirement],
    ["places", place],
  ] as const)("of %s", (kind, arbitrary) => {
    fc.assert(
      fc.property(arbitrary as fc.Arbitrary<{ readonly id: string }>, (record) => comesBack(kind, record)),
      { seed: 5, numRuns: 60 },
    );
  });
});
