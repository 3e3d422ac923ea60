/** What the schema library found, in the words of the catalogue. */
import type { z } from "zod";
import { fault, show, type Fault, type Path } from "./fault.js";
import type { FaultCode } from "./faultCatalogue.js";

type Issue = z.core.$ZodIssue;

const INSTANT_WORDS = {
  shape: "is no instant",
  fraction: "has a fraction of a second",
  "leap-second": "has the second 60",
  calendar: "names a day that does not exist",
  clock: "names a time that does not exist",
  offset: "has an impossible offset",
} as const;

const KINDS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "an object",
  record: "an object",
};

/** Values under these keys are names, addresses or words about people, which no message may repeat. */
const PERSONAL = ["name", "address", "text", "tasks", "description", "reason"];

function isPersonal(path: Path): boolean {
  return PERSONAL.some((word) => path.includes(word));
}

function found(issue: Issue, path: Path): string {
  if (isPersonal(path)) return Array.isArray(issue.input) ? "a list" : `a ${typeof issue.input}`;
  return show(issue.input);
}

function key(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return "the document";
  return typeof last === "number" ? `entry ${last} of ${String(path.at(-2))}` : last;
}

function rangeFault(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig, path: Path): Fault {
  const small = issue.code === "too_small";
  const bound = `${small ? "at least" : "at most"} ${small ? issue.minimum : issue.maximum}`;
  if (issue.origin === "string") {
    return fault(
      isPersonal(path) ? "text-length" : "id-length",
      path,
      `${key(path)} is ${small ? "an empty text" : "too long"}; expected ${bound} characters`,
    );
  }
  if (issue.origin === "array") {
    return fault("wrong-length", path, `${key(path)} is ${show(issue.input)}; expected ${bound} entries`);
  }
  return fault("out-of-range", path, `${key(path)} is ${found(issue, path)}; expected ${bound}`);
}

function customFault(issue: z.core.$ZodIssueCustom, path: Path): Fault {
  const params = issue.params ?? {};
  if (params["fault"] !== undefined) {
    const message = String(params["message"]);
    const words =
      typeof issue.input === "object" ? message : `${key(path)} is ${found(issue, path)}, which ${message}`;
    return fault(params["fault"] as FaultCode, path, words);
  }
  if (params["matrix"] !== undefined) {
    const message = `${key(path.filter((step) => typeof step === "string"))}: ${params["message"]}`;
    return fault(params["matrix"] === "shape" ? "matrix-shape" : "matrix-cell", path, message);
  }
  const reason = params["instant"] as keyof typeof INSTANT_WORDS;
  const code: FaultCode = `instant-${reason}`;
  return fault(code, path, `${key(path)} ${show(issue.input)} ${INSTANT_WORDS[reason]}`);
}

function wordFault(options: readonly unknown[], issue: Issue, path: Path): Fault {
  const allowed = options.map((option) => show(option)).join(", ");
  if (issue.input === undefined) {
    return fault("missing-key", path, `${key(path)} is missing; expected one of ${allowed}`);
  }
  const code = path.length === 1 && path[0] === "format" ? "unknown-format" : "unknown-value";
  return fault(code, path, `${key(path)} is ${found(issue, path)}; expected one of ${allowed}`);
}

function unionFault(issue: z.core.$ZodIssueInvalidUnion, path: Path, piece: unknown): Fault {
  const options: unknown = "options" in issue ? issue.options : undefined;
  if (!Array.isArray(options)) {
    return fault(
      "wrong-type",
      path,
      `${key(path)} is ${found(issue, path)}, which is none of the kinds allowed`,
    );
  }
  // The library gives the whole object as input here; the word itself is in the piece.
  return wordFault(options, { ...issue, input: valueAt(piece, issue.path as Path) }, path);
}

function valueAt(piece: unknown, path: Path): unknown {
  let value = piece;
  for (const step of path) {
    value =
      typeof value === "object" && value !== null
        ? (value as Record<string | number, unknown>)[step]
        : undefined;
  }
  return value;
}

function oneFault(issue: Issue, path: Path, piece: unknown): Fault[] {
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((name) => fault("unknown-key", [...path, name], `unknown key ${show(name)}`));
    case "invalid_type": {
      const kind = KINDS[issue.expected] ?? issue.expected;
      if (issue.input === undefined)
        return [fault("missing-key", path, `${key(path)} is missing; expected ${kind}`)];
      return [fault("wrong-type", path, `${key(path)} is ${found(issue, path)}; expected ${kind}`)];
    }
    case "invalid_value":
      return [wordFault(issue.values, issue, path)];
    case "invalid_union":
      return [unionFault(issue, path, piece)];
    case "too_small":
    case "too_big":
      return [rangeFault(issue, path)];
    case "custom":
      return [customFault(issue, path)];
    default:
      return [fault("wrong-type", path, `${key(path)} is ${found(issue, path)}, which is not allowed here`)];
  }
}

export interface Findings {
  readonly faults: Fault[];
  /** Paths of the values that are faulty, all but unknown keys. */
  readonly faultyPaths: Path[];
}

/**
 * The faults of one piece of a document, found under `base`, added to `findings`. Two issues
 * of one value and code (a number beyond two limits) are one fault.
 */
export function addSchemaFaults(
  findings: Findings,
  issues: readonly Issue[],
  base: Path,
  piece: unknown,
): void {
  const seen = new Set<string>();
  for (const issue of issues) {
    const path = [...base, ...(issue.path as Path)];
    if (issue.code !== "unrecognized_keys") findings.faultyPaths.push(path);
    const faults = oneFault(issue, path, piece);
    for (const item of faults) {
      const mark = `${item.code} ${item.path}`;
      if (seen.has(mark) && item.code === "out-of-range") continue;
      seen.add(mark);
      findings.faults.push(item);
    }
  }
}
