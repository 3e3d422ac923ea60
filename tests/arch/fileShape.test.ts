/** Files stay short, and the optimiser's arithmetic stays the same on every Node. */
import { describe, expect, it } from "vitest";
import { filesBelow, textOf, withoutComments } from "./sources.js";

const MOST_LINES = 500;

describe("source files", () => {
  it(`have at most ${MOST_LINES} lines`, () => {
    const folders = ["solver", "src", "tests", "bench", "scripts", "web"];
    const long = folders
      .flatMap((folder) => filesBelow(folder, [".ts", ".tsx", ".mts", ".mjs", ".js"]))
      .map((file) => ({ file, lines: textOf(file).split("\n").length - 1 }))
      .filter(({ lines }) => lines > MOST_LINES);
    expect(long).toEqual([]);
  });
});

/** Functions that IEEE 754 or ECMAScript defines to the last digit. */
const EXACT = "abs|ceil|clz32|floor|fround|imul|max|min|round|sign|sqrt|trunc|E|LN2|LN10|PI|SQRT2";

/** Uses of `Math` that the linter cannot see (an alias, a computed name) and the power operator. */
function inexact(text: string): string[] {
  const code = withoutComments(text);
  return [...(code.match(new RegExp(`\\bMath\\b(?!\\.(?:${EXACT})\\b).{0,20}`, "g")) ?? []), ...power(code)];
}

function power(code: string): string[] {
  return code.match(/.{0,10}\*\*.{0,10}/g) ?? [];
}

describe("the optimiser's arithmetic", () => {
  it("uses only what is exact everywhere", () => {
    const found = filesBelow("solver", [".ts"]).flatMap((file) =>
      inexact(textOf(file)).map((use) => `${file}: ${use}`),
    );
    expect(found).toEqual([]);
  });

  it("is refused by this very test when it is not", () => {
    expect(inexact("const m = Math;")).toHaveLength(1);
    expect(inexact("Math.exp(1)")).toHaveLength(1);
    expect(inexact("Math[name](1)")).toHaveLength(1);
    expect(inexact("2 ** 0.5")).toHaveLength(1);
    expect(inexact("/** Math.exp */ Math.floor(Math.sqrt(2)) // 2 ** 3")).toEqual([]);
  });
});
