/** The page of rules and costs, and the page of errors, say what the checker does. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { COST_PARTS, DEFAULT_WEIGHTS, NOT_CHECKABLE_CODES, RULE_OF } from "../../src/checker/index.js";

function page(name: string): string {
  return readFileSync(new URL(`../../docs/${name}`, import.meta.url), "utf8");
}

/** Cells of every table row on a page. */
function rowsOf(text: string): string[][] {
  const lines = text.split("\n").filter((line) => line.startsWith("|"));
  return lines.map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
}

function codesIn(text: string): string[] {
  return [...text.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, code]) => code!);
}

describe("docs/objective.md", () => {
  const text = page("objective.md");

  it("lists every violation under its rule", () => {
    // Each rule is an entry of the numbered list; it ends where the next or a new paragraph begins.
    const entries = [...text.matchAll(/^(\d)\. [^]*?(?=^\d\. |\n\n)/gm)];
    const listed = entries.flatMap(([entry, rule]) => codesIn(entry).map((code) => [code, Number(rule)]));
    expect(listed.toSorted()).toEqual(Object.entries(RULE_OF).toSorted());
  });

  it("lists every cost part in order, with its default weight", () => {
    const listed = rowsOf(text)
      .filter(([part]) => COST_PARTS.some((known) => part === `\`${known}\``))
      .map(([part, , weight]) => [part!.slice(1, -1), Number(weight)]);
    expect(listed).toEqual(COST_PARTS.map((part) => [part, DEFAULT_WEIGHTS[part]]));
  });
});

describe("docs/errors.md", () => {
  it("lists what the checker cannot judge", () => {
    const text = page("errors.md");
    for (const code of NOT_CHECKABLE_CODES) expect(text).toContain(`\`${code}\``);
    const [, block] = /<!-- codes: checker -->([^]*?)<!-- end -->/.exec(text)!;
    // Missing travel times stand with the faults of documents.
    const own = NOT_CHECKABLE_CODES.filter((code) => code !== "travel-missing");
    expect(
      rowsOf(block!)
        .slice(2)
        .map(([code]) => code!.slice(1, -1)),
    ).toEqual(own);
  });
});
