/** The screens take types from src/contracts and nothing else of the program. */
import { describe, expect, it } from "vitest";
import { filesBelow, importsOf, target, textOf, valueImportsOf } from "./sources.js";

const CODE = filesBelow("web", [".ts", ".tsx"]);

/** What is wrong with one import, or undefined. */
function fault(file: string, specifier: string, asValue: boolean): string | undefined {
  const to = target(file, specifier);
  if (!("file" in to) || to.file.startsWith("web/")) return undefined;
  if (!to.file.startsWith("src/contracts/")) return `${file} imports ${to.file}; web may not`;
  return asValue ? `${file} imports values of ${to.file}; web takes types only` : undefined;
}

const faultsOf = (file: string): (string | undefined)[] => {
  const values = new Set(valueImportsOf(file));
  return importsOf(file).map((specifier) => fault(file, specifier, values.has(specifier)));
};

describe("imports of the screens", () => {
  it("keep to types of src/contracts", () => {
    expect(CODE.length).toBeGreaterThan(0);
    expect(CODE.flatMap(faultsOf).filter(Boolean)).toEqual([]);
  });

  it("are refused by this very test when they do not", () => {
    expect(fault("web/board/src/x.ts", "../../../src/planning/x.js", false)).toContain("web may not");
    expect(fault("web/board/src/x.ts", "../../../src/contracts/index.js", true)).toContain("types only");
    expect(fault("web/board/src/x.ts", "../../../src/contracts/index.js", false)).toBeUndefined();
  });

  it("name no other host, but for the attribution of map data", () => {
    const found = CODE.flatMap((file) =>
      [...textOf(file).matchAll(/https?:\/\/([\w.-]+)/g)]
        .map((match) => match[1] as string)
        .filter((host) => !["127.0.0.1", "www.openstreetmap.org", "www.w3.org"].includes(host))
        .map((host) => `${file}: ${host}`),
    );
    expect(found).toEqual([]);
  });
});
