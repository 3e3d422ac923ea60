/**
 * A link that opens the phone's own map application. No web page is named in it: a client's
 * position goes to nobody but the application that the nurse has chosen.
 */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** Apple's phones do not know `geo:`; `maps:` opens their own map with the way shown. */
export function directionsLink(to: Point, mode: string, userAgent: string): string {
  const point = `${to.lat.toFixed(6)},${to.lon.toFixed(6)}`;
  if (/iPhone|iPad|iPod/.test(userAgent)) {
    return `maps://?daddr=${point}&dirflg=${mode === "car" ? "d" : "w"}`;
  }
  return `geo:${point}?q=${point}`;
}
