/**
 * Who may import whom: the table that the compiler's project references and the linter's
 * restrictions stand for. The other files in this folder hold all three together.
 */

/** What the files of one folder may import beside their own folder. */
export interface FolderRule {
  /** Folders, as paths from the repository's root; a file path allows that file only. */
  readonly folders: readonly string[];
  /** Packages by name; `node:` stands for every module of Node. */
  readonly packages: readonly string[];
}

const EVERYTHING: FolderRule = {
  folders: [
    "solver",
    "src/domain",
    "src/contracts",
    "src/checker",
    "src/travel",
    "src/lp",
    "src/planning",
    "src/exchange",
    "src/persistence",
    "src/jobs",
    "src/api",
  ],
  packages: ["*"],
};

export const IMPORT_TABLE: Readonly<Record<string, FolderRule>> = {
  "solver/model": { folders: [], packages: [] },
  solver: { folders: [], packages: [] },
  "src/domain": { folders: [], packages: ["luxon"] },
  "src/contracts": { folders: ["src/domain"], packages: ["zod"] },
  "src/checker": { folders: ["src/domain", "src/contracts"], packages: ["zod"] },
  "src/travel": {
    folders: ["src/domain", "src/contracts"],
    packages: ["undici", "cockatiel", "zod", "node:"],
  },
  "src/lp": { folders: ["solver/lp"], packages: ["highs", "javascript-lp-solver", "node:"] },
  "src/planning": {
    folders: ["src/domain", "src/contracts", "src/checker", "solver/index.ts"],
    packages: ["rrule-temporal", "temporal-polyfill"],
  },
  "src/exchange": {
    folders: ["src/domain", "src/contracts", "src/planning"],
    packages: ["csv-parse", "csv-stringify"],
  },
  "src/persistence": {
    folders: ["src/domain", "src/contracts", "src/planning"],
    packages: ["@prisma/client", "@prisma/adapter-libsql", "libsql", "node:"],
  },
  "src/jobs": {
    folders: ["src/domain", "src/contracts", "src/checker", "src/planning", "solver/index.ts"],
    packages: ["node:"],
  },
  "src/api": {
    folders: ["src/domain", "src/contracts", "src/planning", "src/exchange"],
    packages: [
      "fastify",
      "@fastify/static",
      "@node-rs/argon2",
      "ical-generator",
      "@fastify/cookie",
      "@fastify/rate-limit",
      "@fastify/swagger",
      "@fastify/swagger-ui",
      "fastify-type-provider-zod",
      "zod",
      "pino",
      "node:",
    ],
  },
  "src/cli": EVERYTHING,
};

/** Files that put the parts together: they may import everything but tests and bench. */
const COMPOSITION_ROOTS: readonly RegExp[] = [
  /^src\/api\/(server|demoServer)\.ts$/,
  /^src\/jobs\/.*[wW]orker[^/]*\.ts$/,
];

/** The rule for one file, and the folder that it speaks of. Undefined: the table has no such folder. */
export function ruleFor(file: string): { folder: string; rule: FolderRule } | undefined {
  const folder = Object.keys(IMPORT_TABLE)
    .filter((name) => file.startsWith(`${name}/`))
    .sort((a, b) => b.length - a.length)[0];
  if (folder === undefined) return undefined;
  const root = COMPOSITION_ROOTS.some((pattern) => pattern.test(file));
  return { folder, rule: root ? EVERYTHING : (IMPORT_TABLE[folder] ?? EVERYTHING) };
}
