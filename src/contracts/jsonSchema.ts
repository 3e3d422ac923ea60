/**
 * JSON Schema of both documents, generated from the zod schemas. It says what each value may
 * be; what refers to what (ids, square matrices, pins that can hold) is checked by parseProblem.
 */
import { z } from "zod";
import { planSchema } from "./planSchema.js";
import { problemSchema } from "./problemSchema.js";

export type JsonSchema = Record<string, unknown>;

function jsonSchema(schema: z.ZodType, title: string, description: string): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12" });
  return { $schema, title, description, ...rest };
}

export function problemJsonSchema(): JsonSchema {
  return jsonSchema(
    problemSchema,
    "kotikierros/problem@1",
    "A home-care day to be planned. Additions of the product to the contract are described as such.",
  );
}

export function planJsonSchema(): JsonSchema {
  return jsonSchema(
    planSchema,
    "kotikierros/plan@1",
    "Who visits whom, when. Additions of the product to the contract are described as such.",
  );
}

/** Both documents by their file names under docs/. */
export function schemaFiles(): Record<string, string> {
  const text = (schema: JsonSchema): string => `${JSON.stringify(schema, null, 2)}\n`;
  return {
    "problem.schema.json": text(problemJsonSchema()),
    "plan.schema.json": text(planJsonSchema()),
  };
}
