export interface Coordinate {
  readonly lat: number;
  readonly lon: number;
}

/** Mean radius of the earth, metres (IUGG). */
const RADIUS = 6_371_009;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres along the great circle between two coordinates in degrees (haversine formula). */
export function earthMetres(a: Coordinate, b: Coordinate): number {
  const dLat = Math.sin(radians(b.lat - a.lat) / 2);
  const dLon = Math.sin(radians(b.lon - a.lon) / 2);
  const h = dLat * dLat + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * dLon * dLon;
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}
