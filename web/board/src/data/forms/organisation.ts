/** Areas, service lines, places, units, vehicles, closures. */
import { text } from "../../../../shared/i18n/index.js";
import { description, mode, name, names, period, PIECES, unit } from "./common.js";
import type { FormSpec } from "./spec.js";

const BASICS = text("Basics", "Perustiedot", "Grunduppgifter");
const WHEN = text("When", "Milloin", "När");

export const areas: FormSpec = {
  about: text(
    "Where clients live and nurses are at home.",
    "Missä asiakkaat asuvat ja hoitajat pääosin työskentelevät.",
    "Var klienterna bor och vårdarna i huvudsak arbetar.",
  ),
  columns: ["name", "description"],
  sections: [{ title: BASICS, fields: [names, description] }],
};

export const serviceLines: FormSpec = {
  about: text(
    "What care decisions are made for, such as home care or family work.",
    "Mihin palvelupäätökset tehdään: esimerkiksi kotihoito tai perhetyö.",
    "Vad vårdbeslut fattas om: till exempel hemvård eller familjearbete.",
  ),
  columns: ["name", "description"],
  sections: [{ title: BASICS, fields: [names, description] }],
};

export const places: FormSpec = {
  about: text(
    "Points on the map: homes, offices, service houses. Several clients may share one.",
    "Kartan paikat: kodit, toimipisteet, palvelutalot. Samassa paikassa voi olla useita asiakkaita.",
    "Platser på kartan: hem, kontor, servicehus. Flera klienter kan dela en plats.",
  ),
  columns: ["name", "address", "lat", "lon", "setupSeconds"],
  sections: [
    {
      title: BASICS,
      fields: [
        name,
        { key: "address", label: text("Address", "Osoite", "Adress"), in: { input: "text" } },
        {
          key: "lat",
          label: text("Latitude", "Leveysaste", "Latitud"),
          help: text(
            "In degrees, such as 60.1699.",
            "Asteina, esimerkiksi 60,1699.",
            "I grader, till exempel 60,1699.",
          ),
          needed: true,
          in: { input: "number", least: -90, most: 90, decimals: true, unit: text("°", "°", "°") },
        },
        {
          key: "lon",
          label: text("Longitude", "Pituusaste", "Longitud"),
          help: text(
            "In degrees, such as 24.9384.",
            "Asteina, esimerkiksi 24,9384.",
            "I grader, till exempel 24,9384.",
          ),
          needed: true,
          in: { input: "number", least: -180, most: 180, decimals: true, unit: text("°", "°", "°") },
        },
        {
          key: "setupSeconds",
          label: text("Extra at every arrival", "Lisäaika joka saapumisella", "Extra tid vid varje ankomst"),
          help: text(
            "Stairs, keys, parking.",
            "Portaat, avaimet, pysäköinti.",
            "Trappor, nycklar, parkering.",
          ),
          in: { input: "number", least: 0, most: 86_400, unit: text("s", "s", "s") },
        },
      ],
    },
  ],
};

export const units: FormSpec = {
  about: text(
    "Offices and teams, with the places that their shifts start from.",
    "Toimipisteet ja tiimit sekä paikat, joista niiden vuorot lähtevät.",
    "Kontor och team, med de platser som deras pass utgår från.",
  ),
  columns: ["name", "placeIds", "areaIds", "serviceLineIds"],
  sections: [
    {
      title: BASICS,
      fields: [
        names,
        {
          key: "placeIds",
          label: text("Places", "Paikat", "Platser"),
          help: text(
            "Shifts start from the first unless they say otherwise.",
            "Vuorot lähtevät ensimmäisestä, ellei vuorossa sanota muuta.",
            "Passen utgår från den första om inget annat sägs.",
          ),
          wide: true,
          in: { input: "records", kind: "places" },
        },
        {
          key: "areaIds",
          label: text("Areas", "Alueet", "Områden"),
          wide: true,
          in: { input: "records", kind: "areas" },
        },
        {
          key: "serviceLineIds",
          label: text("Service lines", "Palvelulinjat", "Servicelinjer"),
          wide: true,
          in: { input: "records", kind: "service-lines" },
        },
      ],
    },
  ],
};

export const vehicles: FormSpec = {
  about: text(
    "Pool cars and bicycles of a unit.",
    "Yksikön yhteiset autot ja polkupyörät.",
    "Enhetens gemensamma bilar och cyklar.",
  ),
  columns: ["unitId", "mode", "count"],
  sections: [
    {
      title: BASICS,
      fields: [
        { ...unit, needed: true },
        { ...mode, label: text("What", "Mikä", "Vad"), needed: true },
        {
          key: "count",
          label: text("How many", "Määrä", "Antal"),
          help: text("Empty: one.", "Tyhjä: yksi.", "Tomt: ett."),
          in: { input: "number", least: 0, most: 10_000, unit: PIECES },
        },
      ],
    },
  ],
};

export const closures: FormSpec = {
  about: text(
    "Days on which a unit does not work: its shifts then do not count.",
    "Päivät, jolloin yksikkö ei ole töissä: silloin sen vuoroja ei lasketa.",
    "Dagar då en enhet inte arbetar: dess pass räknas inte då.",
  ),
  columns: ["unitId", "from", "to", "reason"],
  sections: [
    {
      title: WHEN,
      fields: [
        { ...unit, needed: true },
        ...period,
        {
          key: "reason",
          label: text("Reason", "Syy", "Orsak"),
          wide: true,
          in: { input: "text" },
        },
      ],
    },
  ],
};
