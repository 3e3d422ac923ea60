/** The catalogue of visit types. */
import { text } from "../../../../shared/i18n/index.js";
import { description, EUROS, MINUTES, names } from "./common.js";
import type { FormSpec } from "./spec.js";

export const visitTypes: FormSpec = {
  about: text(
    "What visits are: skills, usual length, prices.",
    "Millaisia käynnit ovat: osaaminen, tavallinen kesto, hinnat.",
    "Hurdana besöken är: kompetens, vanlig längd, priser.",
  ),
  columns: [
    "name",
    "defaultMinutes",
    "requires",
    "requiresAnyOf",
    "purchaserPriceEuros",
    "clientFeeEuros",
    "remoteAllowed",
  ],
  sections: [
    {
      title: text("Visit", "Käynti", "Besök"),
      fields: [
        names,
        description,
        {
          key: "defaultMinutes",
          label: text("Usual length", "Tavallinen kesto", "Vanlig längd"),
          in: { input: "number", least: 1, most: 1440, unit: MINUTES },
        },
        {
          key: "toleranceMinutes",
          label: text(
            "Start may differ from the wish by",
            "Alku saa poiketa toiveesta",
            "Starten får avvika från önskemålet med",
          ),
          help: text(
            "Where a requirement has no window of its own.",
            "Kun palvelutarpeella ei ole omaa aikaikkunaa.",
            "När vårdbehovet inte har ett eget tidsfönster.",
          ),
          in: { input: "number", least: 0, most: 1440, unit: MINUTES },
        },
        {
          key: "remoteAllowed",
          label: text("May be held over video", "Voidaan hoitaa etäkäyntinä", "Kan hållas på distans"),
          in: { input: "yes-no", usual: false },
        },
        {
          key: "directCare",
          label: text(
            "Counts as direct client work",
            "Lasketaan välittömäksi asiakastyöksi",
            "Räknas som direkt klientarbete",
          ),
          in: { input: "yes-no", usual: true },
        },
      ],
    },
    {
      title: text("Skills", "Osaaminen", "Kompetens"),
      fields: [
        {
          key: "requires",
          label: text("Needs all of these", "Vaatii kaikki nämä", "Kräver alla dessa"),
          wide: true,
          in: { input: "words", of: "skill" },
        },
        {
          key: "requiresAnyOf",
          label: text(
            "Needs at least one of these",
            "Vaatii vähintään yhden näistä",
            "Kräver minst en av dessa",
          ),
          help: text("Empty: anyone.", "Tyhjä: kuka tahansa.", "Tomt: vem som helst."),
          wide: true,
          in: { input: "words", of: "skill" },
        },
      ],
    },
    {
      title: text("Prices", "Hinnat", "Priser"),
      fields: [
        {
          key: "purchaserPriceEuros",
          label: text(
            "The purchaser pays for a visit",
            "Tilaaja maksaa käynnistä",
            "Beställaren betalar för ett besök",
          ),
          in: { input: "number", least: 0, decimals: true, unit: EUROS },
        },
        {
          key: "clientFeeEuros",
          label: text(
            "The client pays for a visit",
            "Asiakas maksaa käynnistä",
            "Klienten betalar för ett besök",
          ),
          in: { input: "number", least: 0, decimals: true, unit: EUROS },
        },
        {
          key: "priceComponents",
          label: text(
            "What the purchaser's price is made of",
            "Mistä tilaajan hinta koostuu",
            "Vad beställarens pris består av",
          ),
          wide: true,
          in: { input: "prices" },
        },
      ],
    },
    {
      title: text("Criteria", "Perusteet", "Kriterier"),
      fields: [
        {
          key: "grantingCriteria",
          label: text("Granted when", "Myöntämisperusteet", "Beviljandegrunder"),
          wide: true,
          in: { input: "text", long: true },
        },
        {
          key: "qualityCriteria",
          label: text("Good when", "Laatuvaatimukset", "Kvalitetskrav"),
          wide: true,
          in: { input: "text", long: true },
        },
        {
          key: "numberInNeed",
          label: text("People who need it", "Tarvitsijoita", "Antal i behov"),
          in: { input: "number", least: 0, unit: text("people", "henkilöä", "personer") },
        },
      ],
    },
  ],
};
