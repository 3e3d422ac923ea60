/** The lock file has what `npm ci` will look for, on every platform. */
import { describe, expect, it } from "vitest";
import { textOf } from "./sources.js";

interface Entry {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(textOf("package-lock.json")) as { packages: Record<string, Entry> };

/** Optional dependencies that the lock file does not know, as `package: dependency`. */
function holes(packages: Readonly<Record<string, Entry>>): string[] {
  const known = new Set(Object.keys(packages).map((path) => path.split("node_modules/").at(-1)));
  return Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {})
      .filter((name) => !known.has(name))
      .map((name) => `${path}: ${name}`),
  );
}

describe("package-lock.json", () => {
  it("knows the programs of every platform (docs/decisions/tool-versions.md)", () => {
    expect(holes(lock.packages)).toEqual([]);
    expect(holes({ "node_modules/a": { optionalDependencies: { b: "1" } } })).toEqual(["node_modules/a: b"]);
  });

  it("gives every package a version, and names no registry", () => {
    for (const [path, entry] of Object.entries(lock.packages)) {
      if (path !== "") expect(entry.version, path).toMatch(/^\d+\.\d+\.\d+/);
      expect(entry.resolved, path).toBeUndefined();
    }
  });
});
