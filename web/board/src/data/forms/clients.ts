/** Clients, their homes, door codes, absences and care decisions. */
import { text } from "../../../../shared/i18n/index.js";
import { client, GENDER_WORDS, name, period, unit, validity } from "./common.js";
import type { FormSpec } from "./spec.js";

export const clients: FormSpec = {
  about: text(
    "Who is cared for, with their nurses and wishes.",
    "Ketä hoidetaan, heidän hoitajansa ja toiveensa.",
    "Vilka som vårdas, deras vårdare och önskemål.",
  ),
  columns: ["name", "areaId", "languages", "namedNurseId", "familiarNurseIds", "wishedTime"],
  sections: [
    {
      title: text("Client", "Asiakas", "Klient"),
      fields: [
        name,
        { key: "areaId", label: text("Area", "Alue", "Område"), in: { input: "record", kind: "areas" } },
        { ...unit, label: text("Looked after by", "Hoitava yksikkö", "Vårdas av") },
        {
          key: "languages",
          label: text("Languages", "Kielet", "Språk"),
          help: text("The client's own first.", "Oma kieli ensin.", "Det egna språket först."),
          wide: true,
          in: { input: "words", of: "language" },
        },
      ],
    },
    {
      title: text("Nurses", "Hoitajat", "Vårdare"),
      fields: [
        {
          key: "namedNurseId",
          label: text("Nurse in charge", "Omahoitaja", "Egen vårdare"),
          in: { input: "record", kind: "nurses" },
        },
        {
          key: "wishedGender",
          label: text("Wishes for a nurse who is", "Toivoo hoitajaksi", "Önskar som vårdare"),
          in: { input: "choice", options: GENDER_WORDS },
        },
        {
          key: "familiarNurseIds",
          label: text("Familiar nurses", "Tutut hoitajat", "Bekanta vårdare"),
          wide: true,
          in: { input: "records", kind: "nurses" },
        },
        {
          key: "wishedNurseIds",
          label: text("Wished nurses", "Toivotut hoitajat", "Önskade vårdare"),
          wide: true,
          in: { input: "records", kind: "nurses" },
        },
        {
          key: "bannedNurseIds",
          label: text("Never sent", "Ei koskaan lähetetä", "Skickas aldrig"),
          wide: true,
          in: { input: "records", kind: "nurses" },
        },
      ],
    },
    {
      title: text("Time", "Aika", "Tid"),
      fields: [
        {
          key: "wishedTime",
          label: text("Best time of day", "Mieluisin kellonaika", "Bästa tid på dagen"),
          in: { input: "window" },
        },
      ],
    },
  ],
};

export const homes: FormSpec = {
  about: text(
    "Where a client lives and from when. One home at a time.",
    "Missä asiakas asuu ja mistä alkaen. Yksi koti kerrallaan.",
    "Var klienten bor och från när. Ett hem i taget.",
  ),
  columns: ["clientId", "placeId", "validFrom", "validTo"],
  sections: [
    {
      title: text("Home", "Koti", "Hem"),
      fields: [
        client,
        {
          key: "placeId",
          label: text("Place", "Paikka", "Plats"),
          needed: true,
          in: { input: "record", kind: "places" },
        },
        ...validity,
      ],
    },
  ],
};

export const accessNotes: FormSpec = {
  about: text(
    "Door codes, keys, parking: shown only to the nurse who has the visit, around the visit.",
    "Ovikoodit, avaimet, pysäköinti: näytetään vain käynnin hoitajalle käynnin aikoihin.",
    "Portkoder, nycklar, parkering: visas bara för besökets vårdare kring besöket.",
  ),
  columns: ["clientId", "placeId", "text"],
  sections: [
    {
      title: text("How to get in", "Miten pääsee sisään", "Hur man kommer in"),
      fields: [
        client,
        {
          key: "placeId",
          label: text("Only for this place", "Vain tähän paikkaan", "Bara för denna plats"),
          help: text(
            "Empty: wherever the client lives.",
            "Tyhjä: missä asiakas asuukin.",
            "Tomt: var klienten än bor.",
          ),
          in: { input: "record", kind: "places" },
        },
        {
          key: "text",
          label: text("Note", "Ohje", "Anvisning"),
          needed: true,
          wide: true,
          in: { input: "text", long: true },
        },
      ],
    },
  ],
};

export const awayPeriods: FormSpec = {
  about: text(
    "When a client is not at home: no visits are made then.",
    "Milloin asiakas ei ole kotona: silloin käyntejä ei tehdä.",
    "När klienten inte är hemma: då görs inga besök.",
  ),
  columns: ["clientId", "from", "to", "reason"],
  sections: [
    {
      title: text("Away", "Poissa", "Borta"),
      fields: [
        client,
        {
          key: "reason",
          label: text("Reason", "Syy", "Orsak"),
          in: {
            input: "choice",
            options: [
              ["hospital", text("hospital", "sairaala", "sjukhus")],
              ["holiday", text("holiday", "loma", "semester")],
              ["other", text("other", "muu", "annat")],
            ],
          },
        },
        ...period,
      ],
    },
  ],
};

export const decisions: FormSpec = {
  about: text(
    "What has been granted. Visits are made only from a decision that is valid on the day.",
    "Mitä on myönnetty. Käyntejä syntyy vain päivänä voimassa olevasta päätöksestä.",
    "Vad som har beviljats. Besök görs bara utgående från ett beslut som gäller dagen i fråga.",
  ),
  columns: ["clientId", "serviceLineId", "validFrom", "validTo", "reviewBy", "grantedHours", "grantedPer"],
  sections: [
    {
      title: text("Decision", "Päätös", "Beslut"),
      fields: [
        client,
        {
          key: "serviceLineId",
          label: text("Service line", "Palvelulinja", "Servicelinje"),
          in: { input: "record", kind: "service-lines" },
        },
        ...validity,
        {
          key: "reviewBy",
          label: text("To be reviewed by", "Tarkistettava viimeistään", "Ska ses över senast"),
          in: { input: "date" },
        },
      ],
    },
    {
      title: text("Granted", "Myönnetty", "Beviljat"),
      fields: [
        {
          key: "grantedHours",
          label: text("Hours", "Tunteja", "Timmar"),
          in: { input: "number", least: 0, most: 10_000, decimals: true, unit: text("h", "h", "h") },
        },
        {
          key: "grantedPer",
          label: text("Each", "Jaksossa", "Per"),
          in: {
            input: "choice",
            options: [
              ["week", text("week", "viikko", "vecka")],
              ["month", text("month", "kuukausi", "månad")],
            ],
          },
        },
      ],
    },
  ],
};
