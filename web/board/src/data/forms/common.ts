/** Fields that several kinds share. */
import { text } from "../../../../shared/i18n/index.js";
import type { Field } from "./spec.js";

export const MINUTES = text("min", "min", "min");
export const POINTS = text("points", "pistettä", "poäng");
export const EUROS = text("€", "€", "€");
export const PIECES = text("pcs", "kpl", "st");

export const name: Field = { key: "name", label: text("Name", "Nimi", "Namn"), in: { input: "text" } };
export const names: Field = {
  key: "name",
  label: text("Name", "Nimi", "Namn"),
  wide: true,
  in: { input: "names" },
};
export const description: Field = {
  key: "description",
  label: text("Description", "Kuvaus", "Beskrivning"),
  wide: true,
  in: { input: "text", long: true },
};

export const validity: readonly Field[] = [
  {
    key: "validFrom",
    label: text("Valid from", "Voimassa alkaen", "Gäller från"),
    needed: true,
    in: { input: "date" },
  },
  {
    key: "validTo",
    label: text("Valid until", "Voimassa asti", "Gäller till"),
    help: text(
      "The last day. Empty: until further notice.",
      "Viimeinen päivä. Tyhjä: toistaiseksi.",
      "Sista dagen. Tomt: tills vidare.",
    ),
    in: { input: "date" },
  },
];

export const period: readonly Field[] = [
  {
    key: "from",
    label: text("First day", "Ensimmäinen päivä", "Första dagen"),
    needed: true,
    in: { input: "date" },
  },
  {
    key: "to",
    label: text("Last day", "Viimeinen päivä", "Sista dagen"),
    help: text("Empty: until further notice.", "Tyhjä: toistaiseksi.", "Tomt: tills vidare."),
    in: { input: "date" },
  },
  {
    key: "fromTime",
    label: text(
      "From o'clock on the first day",
      "Kellonajasta ensimmäisenä päivänä",
      "Från klockslag första dagen",
    ),
    help: text("Empty: the whole day.", "Tyhjä: koko päivä.", "Tomt: hela dagen."),
    in: { input: "time" },
  },
  {
    key: "toTime",
    label: text(
      "Until o'clock on the last day",
      "Kellonaikaan viimeisenä päivänä",
      "Till klockslag sista dagen",
    ),
    help: text("Empty: the whole day.", "Tyhjä: koko päivä.", "Tomt: hela dagen."),
    in: { input: "time" },
  },
];

export const client: Field = {
  key: "clientId",
  label: text("Client", "Asiakas", "Klient"),
  needed: true,
  in: { input: "record", kind: "clients" },
};
export const nurse: Field = {
  key: "nurseId",
  label: text("Nurse", "Hoitaja", "Vårdare"),
  needed: true,
  in: { input: "record", kind: "nurses" },
};
export const unit: Field = {
  key: "unitId",
  label: text("Unit", "Yksikkö", "Enhet"),
  in: { input: "record", kind: "units" },
};
export const mode: Field = {
  key: "mode",
  label: text("Travels", "Kulkutapa", "Färdsätt"),
  in: { input: "word", of: "mode" },
};
export const GENDER_WORDS = [
  ["female", text("woman", "nainen", "kvinna")],
  ["male", text("man", "mies", "man")],
  ["other", text("other", "muu", "annat")],
] as const;
