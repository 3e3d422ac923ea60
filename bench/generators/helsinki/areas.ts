/** Parts of inner Helsinki that lie on the map, with about where homes are. */

export interface Area {
  readonly id: string;
  readonly lat: number;
  readonly lon: number;
  /** Standard deviation of the homes around the middle, metres. */
  readonly spread: number;
  /** Clients who live there. */
  readonly clients: number;
}

export const AREAS: readonly Area[] = [
  { id: "Kamppi", lat: 60.1668, lon: 24.9297, spread: 260, clients: 10 },
  { id: "Etu-Töölö", lat: 60.1738, lon: 24.9255, spread: 260, clients: 11 },
  { id: "Punavuori", lat: 60.1612, lon: 24.9382, spread: 230, clients: 10 },
  { id: "Ullanlinna", lat: 60.1588, lon: 24.9495, spread: 250, clients: 9 },
  { id: "Kruununhaka", lat: 60.1723, lon: 24.9565, spread: 200, clients: 8 },
  { id: "Katajanokka", lat: 60.167, lon: 24.9685, spread: 180, clients: 6 },
  { id: "Ruoholahti", lat: 60.1642, lon: 24.9135, spread: 200, clients: 5 },
  { id: "Jätkäsaari", lat: 60.1568, lon: 24.9165, spread: 200, clients: 5 },
];

export interface Office {
  readonly id: string;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
}

/** Where a day takes place. */
export interface Town {
  readonly areas: readonly Area[];
  readonly offices: readonly Office[];
  /** From here every mode gets about; a door without a way to it is no door. */
  readonly middle: { readonly lat: number; readonly lon: number };
}

/** The two places where rounds start and end. */
export const OFFICES: readonly Office[] = [
  { id: "base-kamppi", name: "Toimipiste Kamppi", lat: 60.1682, lon: 24.9313 },
  { id: "base-ullanlinna", name: "Toimipiste Ullanlinna", lat: 60.1603, lon: 24.9478 },
];

/** The inner city as far as the helsinki-centre map goes; the middle is on Bulevardi. */
export const INNER_CITY: Town = { areas: AREAS, offices: OFFICES, middle: { lat: 60.1645, lon: 24.9385 } };

/** The square kilometre of the map that `npm run osrm` fetches; the middle is on Bulevardi. */
export const KLUUVI: Town = {
  areas: [
    { id: "Kluuvi", lat: 60.1692, lon: 24.9445, spread: 180, clients: 7 },
    { id: "Kaisaniemi", lat: 60.1722, lon: 24.9465, spread: 150, clients: 5 },
  ],
  offices: [{ id: "base-kluuvi", name: "Toimipiste Kluuvi", lat: 60.1693, lon: 24.945 }],
  middle: { lat: 60.165, lon: 24.9382 },
};

/** 24.892-24.990 E, 60.147-60.178 N: the edge of the map. */
export const inMap = (lat: number, lon: number): boolean =>
  lat > 60.1475 && lat < 60.1775 && lon > 24.8925 && lon < 24.9895;
