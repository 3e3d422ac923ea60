/** What the command line answers when its input is no good: every fault at once, without a stack. */
import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it, vi } from "vitest";
import type { Problem } from "../../src/contracts/index.js";
import { cliDay } from "./cliDay.js";
import { type Ended, faultsOf, Workplace } from "./cliProgram.js";

/** Processes of their own, on machines that may be busy with others. */
vi.setConfig({ testTimeout: 240_000 });

const place = new Workplace();
afterAll(() => place.remove());

function write(name: string, content: unknown): string {
  writeFileSync(place.path(name), content instanceof Buffer ? content : JSON.stringify(content));
  return name;
}

/** Solves a file that cannot be solved and checks what every such answer has in common. */
async function refused(file: string): Promise<Ended> {
  const ended = await place.run(["solve", file, "--out", "never.json", "--seconds", "600"]);
  expect(ended.status).toBe(2);
  expect(ended.stdout).toBe("");
  expect(ended.stderr).not.toMatch(/^\s+at /m);
  expect(faultsOf(ended).length).toBeGreaterThan(0);
  for (const fault of faultsOf(ended)) {
    expect(Object.keys(fault)).toEqual(expect.arrayContaining(["code", "path", "message", "todo"]));
  }
  return ended;
}

/** The day with one thing spoilt. */
function spoilt(change: (day: Problem) => void): Problem {
  const day = structuredClone(cliDay());
  change(day);
  return day;
}

describe("2 MB of nonsense", () => {
  const kinds: Record<string, Buffer> = {
    bytes: Buffer.from(Uint8Array.from({ length: 2_000_000 }, (_, i) => (i * 7919 + (i >> 7)) % 256)),
    words: Buffer.from("lorem ipsum ".repeat(170_000)),
    brackets: Buffer.from("[".repeat(2_000_000)),
    numbers: Buffer.from(`[${"1,".repeat(1_000_000)}1]`),
    objects: Buffer.from(`[${'{"a":1},'.repeat(250_000)}{}]`),
    visits: Buffer.from(`{"visits":[${'{"a":1},'.repeat(250_000)}{}]}`),
  };
  for (const [kind, bytes] of Object.entries(kinds)) {
    it(`of ${kind}`, async () => {
      await refused(write(`nonsense-${kind}.json`, bytes));
    });
  }
});

describe("a file", () => {
  it("that is not there", async () => {
    expect(faultsOf(await refused("nothing.json"))).toMatchObject([{ code: "file-unreadable" }]);
  });

  it("that is a folder", async () => {
    expect(faultsOf(await refused("."))).toMatchObject([{ code: "file-unreadable" }]);
  });

  it("that is named .gz and is not", async () => {
    expect(faultsOf(await refused(write("plain.json.gz", cliDay())))).toMatchObject([{ code: "not-gzip" }]);
  });

  it("that is a broken gzip", async () => {
    const cut = gzipSync(JSON.stringify(cliDay())).subarray(0, 300);
    expect(faultsOf(await refused(write("cut.json.gz", cut)))).toMatchObject([{ code: "not-gzip" }]);
  });

  it("that breaks off, and whose words are not quoted", async () => {
    const text = JSON.stringify({ secret: "Maija Meikäläinen", more: 1 }).slice(0, -4);
    const ended = await refused(write("cut.json", Buffer.from(text)));
    expect(faultsOf(ended)).toMatchObject([{ code: "json-syntax", file: "cut.json" }]);
    expect(ended.stderr).not.toContain("Maija");
  });
});

describe("a problem", () => {
  it("with a matrix of the wrong size", async () => {
    const file = write(
      "matrix.json",
      spoilt((day) => void day.travel.modes["walk"]?.durations?.pop()),
    );
    expect(faultsOf(await refused(file))).toMatchObject([{ code: "matrix-shape" }]);
  });

  it("with 10,000 visits of one id names each of them", async () => {
    const many = spoilt((day) => {
      const [first] = day.visits;
      day.visits = Array.from({ length: 10_000 }, () => first!);
    });
    const faults = faultsOf(await refused(write("many.json", many)));
    expect(faults.filter(({ code }) => code === "duplicate-id")).toHaveLength(9999);
  });

  it("with a leap second", async () => {
    const file = write(
      "leap.json",
      spoilt((day) => (day.visits[0]!.windows[0]!.to = "2026-12-31T23:59:60Z")),
    );
    expect(faultsOf(await refused(file))).toMatchObject([
      { code: "instant-leap-second", path: "/visits/0/windows/0/to" },
    ]);
  });

  it("with a shift that ends before it starts", async () => {
    const file = write(
      "shift.json",
      spoilt((day) => (day.shifts[1]!.to = day.shifts[1]!.from.replace("07", "06"))),
    );
    expect(faultsOf(await refused(file)).map(({ code }) => code)).toContain("shift-order");
  });

  it("with a pin that cannot hold", async () => {
    const file = write(
      "pin.json",
      spoilt((day) => (day.visits[0]!.pin = { shiftId: "s1", start: "2026-11-23T20:00:00+02:00" })),
    );
    const codes = faultsOf(await refused(file)).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(["pin-outside-windows", "pin-outside-shift"]));
  });

  it("with pins that cannot all hold", async () => {
    const file = write(
      "pins.json",
      spoilt((day) => {
        for (const visit of [day.visits[0]!, day.visits[1]!]) {
          visit.pin = { shiftId: "s1", start: "2026-11-23T08:00:00+02:00" };
        }
      }),
    );
    // Each pin can hold; that both cannot is for the optimiser to find, which takes a search.
    const ended = await place.run(["solve", file, "--out", "never.json", "--iterations", "50"]);
    expect(ended).toMatchObject({ status: 2, stdout: "" });
    const [fault] = faultsOf(ended);
    expect(fault?.code).toBe("pins-conflict");
    expect(fault?.message).toMatch(/\bv[12]\b/);
  });

  it("with many faults has them all told at once", async () => {
    const file = write(
      "all.json",
      spoilt((day) => {
        day.visits[0]!.clientId = "nobody";
        day.visits[1]!.minutes = -5;
        day.shifts[0]!.mode = "rocket";
        Object.assign(day, { colour: "blue" });
      }),
    );
    const faults = faultsOf(await refused(file));
    expect(new Set(faults.map(({ code }) => code)).size).toBeGreaterThanOrEqual(3);
  });

  it("without travel times, when nothing may fill them in", async () => {
    const file = write(
      "bare.json",
      spoilt((day) => (day.travel.modes = { walk: {} })),
    );
    expect(faultsOf(await refused(file))).toMatchObject([
      { code: "travel-no-server", path: "/travel/modes/walk" },
    ]);
  });

  it("whose road server is down", async () => {
    const file = write(
      "down.json",
      spoilt((day) => (day.travel.modes = { walk: {} })),
    );
    const ended = await place.run(["solve", file, "--out", "x.json", "--osrm", "walk=http://127.0.0.1:9"]);
    expect(ended.status).toBe(2);
    expect(faultsOf(ended)).toMatchObject([{ code: "travel-server-down" }]);
  });
});

describe("a call", () => {
  const calls: Record<string, string[]> = {
    "without --out": ["solve", "day.json"],
    "with a seed that is no number": ["solve", "day.json", "--out", "p.json", "--seed", "abc"],
    "with seconds of zero": ["solve", "day.json", "--out", "p.json", "--seconds", "0"],
    "with an --osrm that is none": ["solve", "day.json", "--out", "p.json", "--osrm", "car"],
    "with an unknown option": ["solve", "day.json", "--out", "p.json", "--fast"],
    "of an unknown command": ["sovle"],
  };
  for (const [what, args] of Object.entries(calls)) {
    it(`${what} is refused`, async () => {
      write("day.json", cliDay());
      const ended = await place.run(args);
      expect(ended.status).toBe(2);
      expect(faultsOf(ended)).toMatchObject([{ code: "option" }]);
    });
  }

  it("whose result cannot be stored is refused before the search", async () => {
    write("day.json", cliDay());
    const ended = await place.run([
      "solve",
      "day.json",
      "--out",
      "no/such/folder/p.json",
      "--seconds",
      "600",
    ]);
    expect(ended.status).toBe(2);
    expect(ended.seconds).toBeLessThan(100);
    expect(faultsOf(ended)).toMatchObject([{ code: "file-unwritable" }]);
  });

  it("for help succeeds", async () => {
    const ended = await place.run(["solve", "--help"]);
    expect(ended).toMatchObject({ status: 0, stderr: "" });
    expect(ended.stdout).toContain("--iterations");
  });
});
