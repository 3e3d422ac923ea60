import { FAULTS, type FaultCode } from "./faultCatalogue.js";

/** What is wrong with a document, said so that the sender can mend it. */
export interface Fault {
  /** Stable name; every one stands in docs/errors.md. */
  readonly code: string;
  /** JSON pointer (RFC 6901) to the value, `""` for the whole document. */
  readonly path: string;
  /** What is wrong, with the ids and values concerned. Never names, addresses or health. */
  readonly message: string;
  /** What to do about it. */
  readonly todo: string;
  /** Both in the languages of the screens, where they have them. */
  readonly said?: Readonly<Record<"fi" | "sv" | "en", { readonly message: string; readonly todo: string }>>;
}

export type Path = readonly (string | number)[];

/** A path as a JSON pointer. */
export function pointer(path: Path): string {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** A fault of the catalogue. */
export function fault(code: FaultCode, path: Path, message: string): Fault {
  return { code, path: pointer(path), message, todo: FAULTS[code].todo };
}

/** Numbers, instants and single words of code: what may be repeated of a text in a wrong place. */
const HARMLESS = /^(?:[-+0-9.,:TZ ]{1,40}|[A-Za-z0-9_+@/.-]{1,40})$/;

/** A value in a message: short whatever it is, never unfolded, and no text that may be a name or an address. */
export function show(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string")
    return HARMLESS.test(value) ? `"${value}"` : `a text of ${value.length} characters`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === "object" && value !== null ? "an object" : String(value);
}
