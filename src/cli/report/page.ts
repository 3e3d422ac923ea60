/** Lines of a page of fixed width: columns, headings, dim and bold where the reader is a terminal. */
import { styleText } from "node:util";

export const WIDTH = 100;

export type Style = "bold" | "dim" | "green" | "red" | "yellow";

/** Marks a text for a terminal. */
export type Paint = (style: Style, text: string) => string;

export const PLAIN: Paint = (_style, text) => text;

export function paintFor(out: NodeJS.WriteStream): Paint {
  const wanted = out.isTTY && process.env["NO_COLOR"] === undefined;
  return wanted ? (style, text) => styleText(style, text) : PLAIN;
}

/** Characters on the screen (letters with marks count once, as Finnish and Swedish ones do). */
export function size(text: string): number {
  return [...text].length;
}

export function left(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - size(text)));
}

export function right(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - size(text))) + text;
}

/** Cuts a text that is too long, with a mark that it was cut. */
export function fit(text: string, width: number): string {
  return size(text) <= width ? text : `${[...text].slice(0, Math.max(0, width - 1)).join("")}…`;
}

/** Breaks a text into lines at spaces; the first begins with `first` spaces, the others with `indent`. */
export function wrap(text: string, width: number, indent: number, first = 0): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const room = width - (lines.length === 0 ? first : indent);
    if (line !== "" && size(line) + 1 + size(word) > room) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.map((each, index) => " ".repeat(index === 0 ? first : indent) + each);
}
