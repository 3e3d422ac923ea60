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
}

export type Path = readonly (string | number)[];

/** A path as a JSON pointer. */
export function pointer(path: Path): string {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
