/** `import` and `export` as people run them. */
import { writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { smallOffice } from "../api/support/office.js";
import { Workplace } from "./cliProgram.js";

const place = new Workplace();
afterAll(() => place.remove());
const database = ["--database", place.path("office.sqlite")];
/** Each run starts a process; on a busy machine that takes a while. */
const PATIENCE = 300_000;

describe("import and export", () => {
  it(
    "carry standing data from file to database to file, with faults by line and column",
    async () => {
      writeFileSync(place.path("office.json"), JSON.stringify(smallOffice()));
      const all = await place.run(["import", "all", place.path("office.json"), ...database]);
      expect([all.status, all.stderr]).toEqual([0, ""]);
      expect(JSON.parse(all.stdout)).toMatchObject({ refused: 0, stored: true, changed: 0 });

      const bad = place.path("bad.csv");
      writeFileSync(bad, "id;areaId\nx1;east\nx2;nowhere\n");
      const refused = await place.run(["import", "clients", bad, ...database]);
      expect([refused.status, refused.stdout]).toEqual([2, ""]);
      expect(JSON.parse(refused.stderr)).toMatchObject({
        faults: [{ file: bad, code: "reference-missing", line: 3, column: 2 }],
      });
      const partial = await place.run(["import", "clients", bad, "--partial", ...database]);
      expect(JSON.parse(partial.stdout)).toMatchObject({ stored: true, created: 1, refused: 1 });

      const file = place.path("clients.csv");
      const out = await place.run(["export", "clients", "--format", "csv", "--out", file, ...database]);
      expect([out.status, out.stdout]).toEqual([0, ""]);
      const again = await place.run(["import", "clients", file, "--preview", ...database]);
      expect(JSON.parse(again.stdout)).toMatchObject({ rows: 3, unchanged: 3, stored: false, changes: [] });
    },
    PATIENCE,
  );

  it(
    "know no other kinds",
    async () => {
      const nothing = await place.run(["import", "planets", place.path("x.csv"), ...database]);
      expect([nothing.status, nothing.stderr.includes('"option"')]).toEqual([2, true]);
    },
    PATIENCE,
  );
});
