/** The demo office itself: areas, units, visit types, vehicles. Texts and prices are invented. */
import type { Problem } from "../../contracts/problemSchema.js";
import type { StandingRecords } from "../../contracts/standing/kinds.js";

/** The places that shifts start from, each with an office of its own. */
const UNITS = [
  { id: "kamppi", placeId: "base-kamppi", fi: "Kampin tiimi", sv: "Kampens team", en: "Kamppi team" },
  {
    id: "ullanlinna",
    placeId: "base-ullanlinna",
    fi: "Ullanlinnan tiimi",
    sv: "Ulrikasborgs team",
    en: "Ullanlinna team",
  },
] as const;

export function unitOf(placeId: string): string {
  return (UNITS.find((unit) => unit.placeId === placeId) ?? UNITS[0]).id;
}

interface TypeText {
  readonly description: string;
  readonly quality: string;
  readonly granting: string;
  readonly need: number;
  readonly fee: number;
  readonly price: number;
  readonly minutes: number;
  readonly tolerance: number;
  readonly remote: boolean;
}

const TYPES: Readonly<Record<string, TypeText>> = {
  basic: {
    description: "Peseytyminen, pukeutuminen, ateriat, lääkkeet.",
    quality: "Sama hoitaja mahdollisimman usein; aloitus sovittuna aikana.",
    granting: "Toimintakyvyn arvio; apua tarvitaan vähintään kerran viikossa.",
    need: 58,
    fee: 12.5,
    price: 34,
    minutes: 30,
    tolerance: 45,
    remote: true,
  },
  demanding: {
    description: "Haavahoito, injektiot, suonensisäinen lääkitys.",
    quality: "Sairaanhoitaja; hoito-ohjeen mukaan, kirjaus samana päivänä.",
    granting: "Lääkärin määräys.",
    need: 7,
    fee: 16,
    price: 52,
    minutes: 35,
    tolerance: 60,
    remote: false,
  },
  rehabilitative: {
    description: "Liikkumisen ja arjen taitojen harjoittelu.",
    quality: "Tavoite kirjattu, arvio neljän viikon välein.",
    granting: "Fysioterapeutin arvio; enintään kaksitoista viikkoa.",
    need: 6,
    fee: 14,
    price: 45,
    minutes: 30,
    tolerance: 120,
    remote: true,
  },
  family: {
    description: "Tuki lapsiperheen arkeen kotona.",
    quality: "Suunnitelma yhdessä perheen kanssa.",
    granting: "Perhetyön päätös.",
    need: 4,
    fee: 0,
    price: 48,
    minutes: 60,
    tolerance: 120,
    remote: false,
  },
};

type Kinds = "areas" | "service-lines" | "places" | "units" | "visit-types" | "vehicles";

/** Street and flat without a house number: nobody lives there. */
function addressOf(street: string, at: number): string {
  return `${street}, ${"ABCD"[at % 4]} ${1 + ((at * 7) % 60)}`;
}

export function demoCatalogue(
  day: Problem,
  streets: ReadonlyMap<string, string>,
): Pick<{ readonly [K in keyof StandingRecords]: StandingRecords[K][] }, Kinds> {
  const areaIds = [
    ...new Set(day.clients.flatMap(({ areaId }) => (areaId === undefined ? [] : [areaId]))),
  ].toSorted();
  return {
    areas: areaIds.map((id) => ({ id, name: { fi: id } })),
    "service-lines": [
      { id: "home-care", name: { fi: "Kotihoito", sv: "Hemvård", en: "Home care" } },
      { id: "family-work", name: { fi: "Perhetyö", sv: "Familjearbete", en: "Family work" } },
    ],
    places: day.places.map(({ id, lat, lon, name, setupSeconds }, at) => {
      const street = streets.get(id);
      const known = name ?? (street === undefined ? undefined : addressOf(street, at));
      return {
        id,
        lat,
        lon,
        ...(known === undefined ? {} : { name: known }),
        ...(setupSeconds === undefined ? {} : { setupSeconds }),
      };
    }),
    units: UNITS.map(({ id, placeId, fi, sv, en }) => ({
      id,
      name: { fi, sv, en },
      placeIds: [placeId],
      areaIds,
      serviceLineIds: ["home-care", "family-work"],
    })),
    "visit-types": day.visitTypes.map(({ id, name, requires, requiresAnyOf }) => {
      const text = TYPES[id];
      return {
        id,
        ...(name === undefined ? {} : { name }),
        ...(requires === undefined ? {} : { requires }),
        ...(requiresAnyOf === undefined ? {} : { requiresAnyOf }),
        ...(text === undefined
          ? {}
          : {
              description: text.description,
              qualityCriteria: text.quality,
              grantingCriteria: text.granting,
              numberInNeed: text.need,
              clientFeeEuros: text.fee,
              purchaserPriceEuros: text.price,
              priceComponents: [
                { name: "työ", euros: Math.round(text.price * 80) / 100 },
                { name: "matka", euros: Math.round(text.price * 20) / 100 },
              ],
              defaultMinutes: text.minutes,
              toleranceMinutes: text.tolerance,
              remoteAllowed: text.remote,
              directCare: true,
            }),
      };
    }),
    vehicles: [
      { id: "car-kamppi", unitId: "kamppi", mode: "car", count: 2 },
      { id: "car-ullanlinna", unitId: "ullanlinna", mode: "car", count: 1 },
      { id: "bike-kamppi", unitId: "kamppi", mode: "bike", count: 3 },
      { id: "bike-ullanlinna", unitId: "ullanlinna", mode: "bike", count: 3 },
    ],
  };
}
