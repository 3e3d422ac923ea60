/** JSON texts, with the place of the first mistake. */
import { fault, type Fault } from "./fault.js";

const LITERALS = ["true", "false", "null"];
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const BLANK = /[ \t\n\r]*/y;

/** Where a text stops being JSON, and what would have to stand there. */
interface Mistake {
  readonly position: number;
  readonly expected: string;
}

/** Walks a text without recursion, so that a million opening brackets are no trouble. */
class JsonScanner {
  private position = 0;
  /** Open brackets, innermost last. */
  private readonly open: string[] = [];

  constructor(private readonly text: string) {}

  private skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.position;
    if (!pattern.test(this.text)) return false;
    this.position = pattern.lastIndex;
    return true;
  }

  private next(): string {
    this.skip(BLANK);
    return this.text.charAt(this.position);
  }

  /** Past a string; if it is none, stays where the text stops being one. */
  private string(): boolean {
    if (this.text.charAt(this.position) !== '"') return false;
    this.position++;
    for (;;) {
      const code = this.text.charCodeAt(this.position);
      if (Number.isNaN(code) || code < 0x20) return false;
      if (code === BACKSLASH) {
        if (!this.skip(ESCAPE)) return false;
        continue;
      }
      this.position++;
      if (code === QUOTE) return true;
    }
  }

  private scalar(): boolean {
    if (this.string() || this.skip(NUMBER)) return true;
    const literal = LITERALS.find((word) => this.text.startsWith(word, this.position));
    this.position += literal?.length ?? 0;
    return literal !== undefined;
  }

  private mistake(expected: string): Mistake {
    return { position: this.position, expected };
  }

  private key(): Mistake | null {
    this.next();
    if (!this.string()) return this.mistake("a key in double quotes");
    if (this.next() !== ":") return this.mistake('":"');
    this.position++;
    return null;
  }

  /** After an opening bracket: null, or the mistake; closes an empty list or object at once. */
  private enter(bracket: string): { mistake: Mistake | null; closed: boolean } {
    this.position++;
    const close = bracket === "{" ? "}" : "]";
    if (this.next() === close) {
      this.position++;
      return { mistake: null, closed: true };
    }
    this.open.push(close);
    return { mistake: bracket === "{" ? this.key() : null, closed: false };
  }

  /** After a value: past closing brackets and to the next value. */
  private after(): Mistake | "value" | "end" {
    for (;;) {
      const char = this.next();
      const close = this.open.at(-1);
      if (close === undefined) {
        return char === "" ? "end" : this.mistake("the end of the text");
      }
      if (char === close) {
        this.position++;
        this.open.pop();
        continue;
      }
      if (char !== ",") return this.mistake(`"," or "${close}"`);
      this.position++;
      return (close === "}" ? this.key() : null) ?? "value";
    }
  }

  find(): Mistake | null {
    for (;;) {
      const char = this.next();
      if (char === "{" || char === "[") {
        const { mistake, closed } = this.enter(char);
        if (mistake !== null) return mistake;
        if (!closed) continue;
      } else if (!this.scalar()) {
        return this.mistake(char === '"' ? "a character of a string" : "a value");
      }
      const step = this.after();
      if (step === "end") return null;
      if (step !== "value") return step;
    }
  }
}

/** What stands at a position, one character at most: the rest may be anybody's data. */
function standsAt(text: string, position: number): string {
  if (position >= text.length) return "the text ends";
  return `${JSON.stringify(String.fromCodePoint(text.codePointAt(position)!))} stands`;
}

function syntaxFault(text: string): Fault {
  const mistake = new JsonScanner(text).find() ?? { position: 0, expected: "a JSON document" };
  const before = text.slice(0, mistake.position);
  const line = before.split("\n").length;
  const column = mistake.position - (before.lastIndexOf("\n") + 1) + 1;
  const message = `line ${line}, column ${column}: ${standsAt(text, mistake.position)} where ${mistake.expected} is expected`;
  return fault("json-syntax", [], message);
}

export type JsonResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly faults: Fault[] };

/** Reads a JSON text (a byte order mark is skipped). Lines and columns count from 1, columns in UTF-16 units. */
export function parseJson(text: string): JsonResult {
  const plain = text.startsWith("\uFEFF") ? text.slice(1) : text;
  try {
    return { ok: true, value: JSON.parse(plain) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { ok: false, faults: [syntaxFault(plain)] };
  }
}
