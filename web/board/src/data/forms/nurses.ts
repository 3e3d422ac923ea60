/** Nurses, their skills, absences and shifts. */
import { text } from "../../../../shared/i18n/index.js";
import { GENDER_WORDS, MINUTES, mode, name, nurse, period, POINTS, unit, validity } from "./common.js";
import type { FormSpec } from "./spec.js";

export const nurses: FormSpec = {
  about: text(
    "Own staff, substitutes and outside providers.",
    "Oma henkilöstö, sijaiset ja ostopalvelun tuottajat.",
    "Egen personal, vikarier och utomstående producenter.",
  ),
  columns: ["name", "unitId", "homeAreaId", "mode", "languages", "contract"],
  sections: [
    {
      title: text("Nurse", "Hoitaja", "Vårdare"),
      fields: [
        name,
        {
          key: "gender",
          label: text("Gender", "Sukupuoli", "Kön"),
          in: { input: "choice", options: GENDER_WORDS },
        },
        unit,
        {
          key: "homeAreaId",
          label: text("Home area", "Oma alue", "Eget område"),
          help: text("Empty: works everywhere.", "Tyhjä: kulkee kaikkialla.", "Tomt: arbetar överallt."),
          in: { input: "record", kind: "areas" },
        },
        {
          ...mode,
          help: text(
            "Where the shift does not say.",
            "Kun vuorossa ei sanota muuta.",
            "När passet inte säger annat.",
          ),
        },
        {
          key: "pacePercent",
          label: text("Pace", "Työtahti", "Arbetstakt"),
          help: text(
            "Minutes taken for 100 planned ones. Empty: 100.",
            "Minuutit, jotka kuluvat 100 suunniteltuun. Tyhjä: 100.",
            "Minuter som går åt för 100 planerade. Tomt: 100.",
          ),
          in: { input: "number", least: 50, most: 200, unit: text("%", "%", "%") },
        },
        {
          key: "languages",
          label: text("Speaks", "Kielet", "Språk"),
          wide: true,
          in: { input: "words", of: "language" },
        },
      ],
    },
    {
      title: text("Contract", "Sopimus", "Avtal"),
      fields: [
        {
          key: "weeklyHours",
          label: text("Hours a week", "Tunteja viikossa", "Timmar i veckan"),
          in: { input: "number", least: 0, most: 168, decimals: true, unit: text("h", "h", "h") },
        },
        {
          key: "mostWeeklyHours",
          label: text("At most a week", "Enintään viikossa", "Högst i veckan"),
          in: { input: "number", least: 0, most: 168, decimals: true, unit: text("h", "h", "h") },
        },
        {
          key: "contract",
          label: text("Works as", "Työsuhde", "Arbetar som"),
          wide: true,
          in: { input: "contract" },
        },
      ],
    },
  ],
};

export const qualifications: FormSpec = {
  about: text(
    "What each nurse may do and until when. A permit that has run out no longer counts.",
    "Mitä kukin hoitaja saa tehdä ja mihin asti. Vanhentunutta lupaa ei lasketa.",
    "Vad varje vårdare får göra och hur länge. Ett lov som gått ut räknas inte.",
  ),
  columns: ["nurseId", "skill", "kind", "validFrom", "validTo"],
  sections: [
    {
      title: text("Skill", "Osaaminen", "Kompetens"),
      fields: [
        nurse,
        {
          key: "skill",
          label: text("Skill", "Osaaminen", "Kompetens"),
          needed: true,
          in: { input: "word", of: "skill" },
        },
        {
          key: "kind",
          label: text("Which is", "Laji", "Slag"),
          in: {
            input: "choice",
            options: [
              ["qualification", text("a qualification", "pätevyys", "en behörighet")],
              ["permit", text("a permit that runs out", "määräaikainen lupa", "ett tidsbundet lov")],
            ],
          },
        },
        ...validity,
      ],
    },
  ],
};

export const absences: FormSpec = {
  about: text(
    "When nurses are away. Shifts are cut by them.",
    "Milloin hoitajat ovat poissa. Vuoroista leikataan nämä ajat.",
    "När vårdarna är borta. Passen skärs av dem.",
  ),
  columns: ["nurseId", "from", "to", "fromTime", "toTime", "reason"],
  sections: [
    {
      title: text("Absence", "Poissaolo", "Frånvaro"),
      fields: [
        nurse,
        {
          key: "reason",
          label: text("Reason", "Syy", "Orsak"),
          in: {
            input: "choice",
            options: [
              ["sick", text("sick", "sairaus", "sjuk")],
              ["holiday", text("holiday", "loma", "semester")],
              ["training", text("training", "koulutus", "utbildning")],
              ["other", text("other", "muu", "annat")],
            ],
          },
        },
        ...period,
      ],
    },
  ],
};

export const shifts: FormSpec = {
  about: text(
    "A nurse's hours on a date.",
    "Hoitajan työaika yhtenä päivänä.",
    "En vårdares arbetstid en dag.",
  ),
  columns: ["nurseId", "date", "from", "to", "startPlaceId", "mode", "breaks"],
  sections: [
    {
      title: text("Who and when", "Kuka ja milloin", "Vem och när"),
      fields: [
        nurse,
        { key: "date", label: text("Date", "Päivä", "Datum"), needed: true, in: { input: "date" } },
        { key: "from", label: text("Begins", "Alkaa", "Börjar"), needed: true, in: { input: "time" } },
        {
          key: "to",
          label: text("Ends", "Päättyy", "Slutar"),
          help: text(
            "No later than the beginning: on the next day.",
            "Alkua aikaisempi: seuraavana päivänä.",
            "Inte senare än början: nästa dag.",
          ),
          needed: true,
          in: { input: "time" },
        },
        unit,
      ],
    },
    {
      title: text("Places and travel", "Paikat ja matkat", "Platser och resor"),
      fields: [
        {
          key: "startPlaceId",
          label: text("Starts at", "Lähtee paikasta", "Startar vid"),
          needed: true,
          in: { input: "record", kind: "places" },
        },
        {
          key: "endPlaceId",
          label: text("Ends at", "Päättyy paikkaan", "Slutar vid"),
          needed: true,
          in: { input: "record", kind: "places" },
        },
        {
          ...mode,
          help: text(
            "Empty: as the vehicle, or else the nurse, does.",
            "Tyhjä: ajoneuvon tai hoitajan kulkutapa.",
            "Tomt: som fordonet, annars vårdaren.",
          ),
        },
        {
          key: "vehicleId",
          label: text("Pool vehicle", "Yhteiskäyttöinen ajoneuvo", "Gemensamt fordon"),
          in: { input: "record", kind: "vehicles" },
        },
      ],
    },
    {
      title: text("Work and breaks", "Työ ja tauot", "Arbete och pauser"),
      fields: [
        { key: "breaks", label: text("Breaks", "Tauot", "Pauser"), wide: true, in: { input: "breaks" } },
        {
          key: "startBufferMinutes",
          label: text("Before departure", "Ennen lähtöä", "Före avfärd"),
          help: text("Keys, handover.", "Avaimet, vuoronvaihto.", "Nycklar, överlämning."),
          in: { input: "number", least: 0, most: 1440, unit: MINUTES },
        },
        {
          key: "endBufferMinutes",
          label: text("After return", "Paluun jälkeen", "Efter återkomst"),
          help: text("Charting.", "Kirjaaminen.", "Dokumentation."),
          in: { input: "number", least: 0, most: 1440, unit: MINUTES },
        },
        {
          key: "maxOvertimeMinutes",
          label: text("Overtime at most", "Ylityötä enintään", "Övertid högst"),
          in: { input: "number", least: 0, most: 1440, unit: MINUTES },
        },
        {
          key: "targetMinutes",
          label: text("Fair load", "Kohtuullinen kuorma", "Skälig belastning"),
          help: text(
            "Work beyond it counts as overload.",
            "Sen ylittävä työ lasketaan ylikuormaksi.",
            "Arbete utöver det räknas som överbelastning.",
          ),
          in: { input: "number", least: 0, most: 1440, unit: MINUTES },
        },
        {
          key: "useCost",
          label: text("Price of using the shift", "Vuoron käytön hinta", "Pris för att använda passet"),
          help: text(
            "A shift with a price is used only when it pays.",
            "Hinnallista vuoroa käytetään vain, kun se kannattaa.",
            "Ett pass med pris används bara när det lönar sig.",
          ),
          in: { input: "number", least: 0, unit: POINTS },
        },
      ],
    },
  ],
};
