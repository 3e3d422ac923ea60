/**
 * Proves that the guards can fail: forbidden imports are seeded into a copy of the
 * repository's frame (its real tsconfig files and linter configuration, with tiny files for
 * contents), and both compiler and linter must refuse each one that is theirs to refuse.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filesBelow, ROOT } from "./sources.js";

interface Seed {
  /** Where it stands. */
  readonly file: string;
  readonly code: string;
  /** What the compiler must say of that file; null: the linter alone stands guard. */
  readonly compiler: string | null;
  readonly linter: string;
}

const IMPORTS = "no-restricted-imports";
const GLOBALS = "no-restricted-globals";
const PROPERTIES = "no-restricted-properties";
/** "File is not listed within the file list of project": no reference leads there. */
const NO_REFERENCE = "TS6307";

function imports(file: string, from: string, compiler: string | null): Seed {
  return {
    file,
    code: `import { thing } from "${from}";\nexport const used = thing;\n`,
    compiler,
    linter: IMPORTS,
  };
}

const SEEDS: readonly Seed[] = [
  imports("solver/search/seed1.ts", "../../src/domain/thing.js", NO_REFERENCE),
  imports("solver/search/seed2.ts", "node:fs", "TS2591"),
  imports("solver/search/seed3.ts", "zod", null),
  imports("solver/model/seed4.ts", "../lp/thing.js", null),
  { file: "solver/seed5.ts", code: "export const a = Date.now();\n", compiler: null, linter: GLOBALS },
  { file: "solver/seed6.ts", code: "export const a = Math.random();\n", compiler: null, linter: PROPERTIES },
  { file: "solver/seed7.ts", code: "export const a = Math.exp(1);\n", compiler: null, linter: PROPERTIES },
  { file: "solver/seed8.ts", code: "console.log(1);\nexport {};\n", compiler: "TS2584", linter: GLOBALS },
  { file: "solver/seed9.ts", code: "export const a = process.pid;\n", compiler: "TS2591", linter: GLOBALS },
  {
    file: "solver/seed10.ts",
    code: "setTimeout(() => {}, 1);\nexport {};\n",
    compiler: "TS2304",
    linter: GLOBALS,
  },
  imports("src/domain/seed11.ts", "../contracts/thing.js", NO_REFERENCE),
  imports("src/domain/seed12.ts", "../../solver/thing.js", NO_REFERENCE),
  imports("src/contracts/seed13.ts", "../checker/thing.js", NO_REFERENCE),
  imports("src/checker/seed14.ts", "../../solver/thing.js", NO_REFERENCE),
  imports("src/travel/seed15.ts", "../persistence/thing.js", NO_REFERENCE),
  imports("src/lp/seed16.ts", "../planning/thing.js", NO_REFERENCE),
  imports("src/lp/seed17.ts", "../../solver/search/thing.js", null),
  imports("src/planning/seed18.ts", "../persistence/thing.js", NO_REFERENCE),
  imports("src/planning/seed19.ts", "@prisma/client", null),
  imports("src/planning/seed20.ts", "fastify", null),
  imports("src/planning/seed21.ts", "../../solver/search/thing.js", null),
  imports("src/persistence/seed22.ts", "../api/thing.js", NO_REFERENCE),
  imports("src/jobs/seed23.ts", "../api/thing.js", NO_REFERENCE),
  imports("src/api/routes/day/seed24.ts", "../../../persistence/thing.js", null),
  imports("src/api/routes/day/seed25.ts", "../../../../solver/thing.js", null),
  imports("src/api/seed26.ts", "@prisma/client", null),
  imports("src/cli/seed27.ts", "../../bench/thing.js", NO_REFERENCE),
  imports("src/cli/seed28.ts", "../../tests/thing.js", NO_REFERENCE),
];

/** Imports that the table allows: silence here shows that the guards do not refuse everything. */
const ALLOWED: readonly { file: string; from: string }[] = [
  { file: "solver/search/fine1.ts", from: "../model/thing.js" },
  { file: "src/domain/fine2.ts", from: "./thing.js" },
  { file: "src/checker/fine3.ts", from: "../contracts/thing.js" },
  { file: "src/planning/fine4.ts", from: "../../solver/index.js" },
  { file: "src/lp/fine5.ts", from: "../../solver/lp/thing.js" },
  { file: "src/api/server.ts", from: "../persistence/thing.js" },
  { file: "src/cli/fine6.ts", from: "../api/thing.js" },
];

let frame = "";
let compilerSays = "";
let linterSays = "";

/** Writes one file of the copy, making its folders. */
function put(file: string, text: string): void {
  mkdirSync(dirname(join(frame, file)), { recursive: true });
  writeFileSync(join(frame, file), text);
}

function run(program: string, args: readonly string[]): string {
  const script = join(ROOT, "node_modules", program);
  const done = spawnSync(process.execPath, [script, ...args], { cwd: frame, encoding: "utf8" });
  return done.stdout + done.stderr;
}

beforeAll(() => {
  frame = mkdtempSync(join(tmpdir(), "kotikierros-arch-"));
  const configs = ["solver", "src", "bench", "tests"].flatMap((f) => filesBelow(f, ["tsconfig.json"]));
  for (const file of [...configs, "tsconfig.json", "tsconfig.base.json", ".oxlintrc.json", "package.json"]) {
    mkdirSync(dirname(join(frame, file)), { recursive: true });
    cpSync(join(ROOT, file), join(frame, file));
  }
  symlinkSync(join(ROOT, "node_modules"), join(frame, "node_modules"));
  const folders = configs.map((file) => dirname(file));
  for (const folder of [...folders, "solver/model", "solver/lp", "solver/search"]) {
    put(`${folder}/thing.ts`, "export const thing = 1;\n");
  }
  put("solver/index.ts", 'export * from "./thing.js";\n');
  for (const seed of SEEDS) put(seed.file, seed.code);
  for (const { file, from } of ALLOWED)
    put(file, `import { thing } from "${from}";\nexport const used = thing;\n`);
  compilerSays = run("typescript/bin/tsc", ["-b", "--pretty", "false"]);
  linterSays = run("oxlint/bin/oxlint", ["-f", "unix"]);
});

afterAll(() => rmSync(frame, { recursive: true, force: true }));

/** The lines of a tool's report that speak of one file. */
function about(report: string, file: string): string {
  return report
    .split("\n")
    .filter((line) => line.includes(file))
    .join("\n");
}

describe("a forbidden import", () => {
  for (const seed of SEEDS) {
    const what = seed.code.split("\n")[0] as string;
    it(`is refused: ${what} in ${seed.file}`, () => {
      expect(about(linterSays, seed.file)).toContain(seed.linter);
      if (seed.compiler !== null) expect(about(compilerSays, seed.file)).toContain(seed.compiler);
    });
  }
});

describe("an allowed import", () => {
  for (const { file, from } of ALLOWED) {
    it(`passes: ${from} in ${file}`, () => {
      expect(about(linterSays, file)).toBe("");
      expect(about(compilerSays, file)).toBe("");
    });
  }
});
