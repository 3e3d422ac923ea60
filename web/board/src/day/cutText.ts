/**
 * Text cut to a width without the browser cutting it: a thousand clipped boxes would have to be put together
 * anew in every frame in which one row changes.
 */

/** Size of the letters of `.visit`, in root letters. */
const SIZE = 0.75;

let context: CanvasRenderingContext2D | null = null;
const widths = new Map<string, number>();

function pen(): CanvasRenderingContext2D | null {
  const made = document.createElement("canvas").getContext("2d");
  const root = parseFloat(getComputedStyle(document.documentElement).fontSize);
  if (made !== null) made.font = `${SIZE * root}px ${getComputedStyle(document.body).fontFamily}`;
  return made;
}

function widthOf(character: string): number {
  const known = widths.get(character);
  if (known !== undefined) return known;
  context ??= pen();
  const width = context?.measureText(character).width ?? 0;
  widths.set(character, width);
  return width;
}

/** The longest beginning of a text that has room, in pixels; empty where less than `least` of a longer text would show. */
export function cutText(text: string, room: number, least: number): string {
  let [used, shown] = [0, ""];
  for (const character of text) {
    used += widthOf(character);
    if (used > room) return room < least ? "" : shown.trimEnd();
    shown += character;
  }
  return text;
}
