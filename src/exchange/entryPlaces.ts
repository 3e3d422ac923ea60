/** Where the entries of a JSON text's lists stand, for people who look at the file. */

export interface EntryPlace {
  /** Both counted from 1. */
  readonly line: number;
  readonly column: number;
}

/** Lists inside records are not looked at. */
const DEEPEST = 2;

interface Frame {
  readonly isList: boolean;
  readonly path: string;
  index: number;
  key: string | null;
  /** Whether the entry under way has been noted. */
  noted: boolean;
}

function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}

/** The places of the entries of the text's list, or of the lists of its object, by their JSON pointers. */
export function entryPlaces(text: string): ReadonlyMap<string, EntryPlace> {
  const places = new Map<string, EntryPlace>();
  const frames: Frame[] = [];
  let line = 1;
  let lineStart = 0;
  const note = (at: number): void => {
    const top = frames.at(-1);
    if (top === undefined || !top.isList || top.noted || frames.length > DEEPEST) return;
    top.noted = true;
    places.set(`${top.path}/${top.index}`, { line, column: at - lineStart + 1 });
  };
  const open = (isList: boolean): void => {
    const top = frames.at(-1);
    const path = top === undefined ? "" : `${top.path}/${top.isList ? top.index : top.key}`;
    frames.push({ isList, path, index: 0, key: null, noted: false });
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    const top = frames.at(-1);
    if (sign === "\n") {
      line++;
      lineStart = at + 1;
    } else if (sign === '"') {
      const end = endOfString(text, at);
      if (top?.isList === false && top.key === null) top.key = text.slice(at + 1, end);
      else note(at);
      at = end;
    } else if (sign === "{" || sign === "[") {
      note(at);
      open(sign === "[");
    } else if (sign === "}" || sign === "]") frames.pop();
    else if (sign === ",") {
      if (top !== undefined) Object.assign(top, { index: top.index + 1, key: null, noted: false });
    } else if (!/[\s:]/.test(sign)) note(at);
  }
  return places;
}
