/** Walks the real imports and holds them to the table, without any compiler or linter. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { IMPORT_TABLE, ruleFor } from "./importTable.js";
import { filesBelow, importsOf, ROOT, target, textOf, valueImportsOf } from "./sources.js";

const CODE = ["solver", "src"].flatMap((folder) => filesBelow(folder, [".ts"]));

/** What is wrong with one import, or undefined. */
function fault(file: string, specifier: string): string | undefined {
  const found = ruleFor(file);
  if (found === undefined) return `${file} stands in no folder of the table`;
  const { folder, rule } = found;
  const to = target(file, specifier);
  if ("package" in to) {
    const allowed = rule.packages.includes("*") || rule.packages.includes(to.package);
    return allowed ? undefined : `${file} imports ${to.package}; ${folder} may not`;
  }
  const allowed = [folder, ...rule.folders].some((a) => to.file === a || to.file.startsWith(`${a}/`));
  return allowed ? undefined : `${file} imports ${to.file}; ${folder} may not`;
}

describe("imports of the real sources", () => {
  it("keep the table", () => {
    expect(CODE.length).toBeGreaterThan(0);
    const faults = CODE.flatMap((file) => importsOf(file).map((s) => fault(file, s))).filter(Boolean);
    expect(faults).toEqual([]);
  });

  it("are refused by this very walk when they break it", () => {
    expect(fault("solver/search/x.ts", "node:fs")).toContain("solver may not");
    expect(fault("solver/search/x.ts", "../../src/domain/clock.js")).toContain("solver may not");
    expect(fault("solver/search/x.ts", "../model/problem.js")).toBeUndefined();
    expect(fault("solver/model/x.ts", "../lp/engine.js")).toContain("solver/model may not");
    expect(fault("src/planning/x.ts", "../../solver/search/alns.js")).toContain("src/planning may not");
    expect(fault("src/planning/x.ts", "@prisma/client")).toContain("src/planning may not");
    expect(fault("src/api/routes/jobs/x.ts", "../../../../solver/index.js")).toContain("src/api may not");
    expect(fault("src/api/server.ts", "../persistence/open.js")).toBeUndefined();
    expect(fault("src/cli/x.ts", "../../bench/main.js")).toContain("src/cli may not");
    expect(fault("src/unheard/x.ts", "./y.js")).toContain("no folder");
  });

  it("lead to files that exist", () => {
    const lost = CODE.flatMap((file) =>
      importsOf(file).flatMap((specifier) => {
        const to = target(file, specifier);
        if ("package" in to || to.file.includes("/generated/")) return [];
        return existsSync(join(ROOT, to.file)) ? [] : [`${file}: ${specifier}`];
      }),
    );
    expect(lost).toEqual([]);
  });

  it("name packages that package.json lists for running", () => {
    const listed = Object.keys(JSON.parse(textOf("package.json")).dependencies as object);
    const missing = CODE.flatMap((file) =>
      importsOf(file).flatMap((specifier) => {
        const to = target(file, specifier);
        return "package" in to && to.package !== "node:" && !listed.includes(to.package)
          ? [`${file}: ${to.package}`]
          : [];
      }),
    );
    expect(missing).toEqual([]);
  });

  it("make no circle among files at run time", () => {
    const edges = new Map<string, string[]>();
    for (const file of CODE) {
      const to = valueImportsOf(file).map((s) => target(file, s));
      edges.set(
        file,
        to.flatMap((t) => ("file" in t ? [t.file] : [])),
      );
    }
    expect(circle(edges)).toBeUndefined();
    expect(circle(new Map(Object.entries({ a: ["b"], b: ["c"], c: ["a"] })))).toEqual(["a", "b", "c", "a"]);
  });

  it("speak of every folder that has code", () => {
    const folders = new Set(CODE.map((file) => ruleFor(file)?.folder ?? file));
    for (const folder of folders) expect(Object.keys(IMPORT_TABLE)).toContain(folder);
  });
});

/** A circle as the list of its members, first one repeated; undefined when there is none. */
function circle(edges: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (node: string): string[] | undefined => {
    const at = path.indexOf(node);
    if (at >= 0) return [...path.slice(at), node];
    if (done.has(node)) return undefined;
    path.push(node);
    for (const next of edges.get(node) ?? []) {
      const found = visit(next);
      if (found) return found;
    }
    path.pop();
    done.add(node);
    return undefined;
  };
  for (const node of edges.keys()) {
    const found = visit(node);
    if (found) return found;
  }
  return undefined;
}
