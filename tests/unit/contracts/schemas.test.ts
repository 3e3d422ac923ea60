import { describe, expect, it } from "vitest";
import {
  planJsonSchema,
  problemJsonSchema,
  schemaFiles,
  type JsonSchema,
} from "../../../src/contracts/index.js";
import { repositoryFile } from "./fixtures.js";

/** Every object schema inside a schema, with the path of its keys. */
function* objects(schema: unknown, path = ""): Generator<{ path: string; schema: JsonSchema }> {
  if (typeof schema !== "object" || schema === null) return;
  const node = schema as JsonSchema;
  if (node["type"] === "object") yield { path, schema: node };
  for (const [key, value] of Object.entries(node)) yield* objects(value, `${path}/${key}`);
}

describe("JSON Schemas", () => {
  it.each(Object.entries(schemaFiles()))("docs/%s is current (else: npm run schemas)", (name, text) => {
    expect(repositoryFile(`docs/${name}`)).toBe(text);
  });

  it("allow no unknown keys anywhere", () => {
    for (const schema of [problemJsonSchema(), planJsonSchema()]) {
      const open = [...objects(schema)].filter(
        ({ schema: { additionalProperties } }) => additionalProperties === undefined,
      );
      expect(open.map(({ path }) => path)).toEqual([]);
      const free = [...objects(schema)].filter(({ schema: { additionalProperties: more } }) => more === true);
      expect(free.map(({ path }) => path)).toEqual([]);
    }
  });

  it("describe every key of the contract that may be absent as optional", () => {
    const { properties, required } = problemJsonSchema() as { properties: object; required: string[] };
    const optional = Object.keys(properties).filter((key) => !required.includes(key));
    expect(optional.toSorted()).toEqual(["limits", "links", "previous", "providers", "weights"]);
  });

  it("have matrices of whole numbers or null", () => {
    const text = JSON.stringify(problemJsonSchema());
    expect(text).toContain(
      '"items":{"anyOf":[{"type":"integer","minimum":0,"maximum":1000000000},{"type":"null"}]}',
    );
  });

  it("name every addition of the product on docs/contract.md", () => {
    const page = repositoryFile("docs/contract.md");
    const additions: string[] = [];
    for (const schema of [problemJsonSchema(), planJsonSchema()]) {
      for (const { schema: node } of objects(schema)) {
        for (const [key, value] of Object.entries((node["properties"] ?? {}) as Record<string, JsonSchema>)) {
          if (String(value["description"]).startsWith("Addition")) additions.push(key);
        }
      }
    }
    expect(additions.toSorted()).toEqual([
      "cost",
      "returnTravel",
      "solver",
      "source",
      "travel",
      "travelSource",
    ]);
    for (const key of additions) expect(page, key).toMatch(new RegExp(`(problem|plan) \`[^\`]*\\b${key}\``));
  });
});
