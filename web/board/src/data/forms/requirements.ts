/** What a client needs under a decision. */
import { text } from "../../../../shared/i18n/index.js";
import { MINUTES, POINTS, validity } from "./common.js";
import type { FormSpec } from "./spec.js";

export const requirements: FormSpec = {
  about: text(
    "Visits that repeat: what, how often, at which times.",
    "Toistuvat käynnit: mitä, kuinka usein, mihin aikaan.",
    "Återkommande besök: vad, hur ofta, vilka tider.",
  ),
  columns: ["*client", "typeId", "rhythm", "windows", "minutes", "validFrom", "critical"],
  sections: [
    {
      title: text("What", "Mitä", "Vad"),
      fields: [
        {
          key: "decisionId",
          label: text("Client and decision", "Asiakas ja päätös", "Klient och beslut"),
          needed: true,
          in: { input: "record", kind: "decisions" },
        },
        {
          key: "typeId",
          label: text("Visit type", "Käyntityyppi", "Besökstyp"),
          needed: true,
          in: { input: "record", kind: "visit-types" },
        },
        {
          key: "minutes",
          label: text("Length", "Kesto", "Längd"),
          help: text("Empty: as the visit type.", "Tyhjä: käyntityypin mukaan.", "Tomt: enligt besökstypen."),
          in: { input: "number", least: 1, most: 1440, unit: MINUTES },
        },
        ...validity,
        {
          key: "tasks",
          label: text("Tasks, in order", "Tehtävät järjestyksessä", "Uppgifter i ordning"),
          wide: true,
          in: { input: "tasks" },
        },
      ],
    },
    {
      title: text("How often", "Kuinka usein", "Hur ofta"),
      fields: [
        {
          key: "rhythm",
          label: text("Rhythm", "Rytmi", "Rytm"),
          needed: true,
          wide: true,
          in: { input: "rhythm" },
        },
      ],
    },
    {
      title: text("When", "Mihin aikaan", "När"),
      fields: [
        {
          key: "windows",
          label: text("Starts between", "Alkaa välillä", "Börjar mellan"),
          help: text(
            "Several times a day: one for each time, in order, or one that all share.",
            "Monta kertaa päivässä: yksi jokaiselle kerralle järjestyksessä tai yksi yhteinen.",
            "Flera gånger per dag: ett för varje gång i ordning, eller ett gemensamt.",
          ),
          needed: true,
          wide: true,
          in: { input: "windows" },
        },
        {
          key: "preferred",
          label: text("Best between", "Mieluiten välillä", "Helst mellan"),
          help: text(
            "Missing it costs points.",
            "Poikkeamisesta tulee pisteitä.",
            "Att missa det kostar poäng.",
          ),
          wide: true,
          in: { input: "windows" },
        },
        {
          key: "critical",
          label: text("The time is critical", "Aika on kriittinen", "Tiden är kritisk"),
          in: { input: "yes-no", usual: false },
        },
        {
          key: "minGapMinutes",
          label: text(
            "At least until the next visit",
            "Vähintään seuraavaan käyntiin",
            "Minst till nästa besök",
          ),
          in: { input: "number", least: 0, most: 1440, unit: MINUTES },
        },
        {
          key: "maxGapMinutes",
          label: text(
            "At most until the next visit",
            "Enintään seuraavaan käyntiin",
            "Högst till nästa besök",
          ),
          in: { input: "number", least: 0, most: 1440, unit: MINUTES },
        },
      ],
    },
    {
      title: text("Who", "Kuka", "Vem"),
      fields: [
        {
          key: "requires",
          label: text(
            "Needs all of these besides",
            "Vaatii lisäksi kaikki nämä",
            "Kräver dessutom alla dessa",
          ),
          help: text(
            "Beside the visit type's own skills.",
            "Käyntityypin osaamisten lisäksi.",
            "Utöver besökstypens egna.",
          ),
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
          wide: true,
          in: { input: "words", of: "skill" },
        },
        {
          key: "crewSize",
          label: text("Nurses at once", "Hoitajia yhtä aikaa", "Vårdare samtidigt"),
          in: { input: "number", least: 1, most: 100 },
        },
        {
          key: "trainee",
          label: text("A trainee comes along", "Opiskelija tulee mukaan", "En studerande följer med"),
          in: { input: "yes-no", usual: false },
        },
        {
          key: "remoteAllowed",
          label: text("May be held over video", "Voidaan hoitaa etäkäyntinä", "Kan hållas på distans"),
          in: { input: "yes-no", usual: false },
        },
        {
          key: "unservedCost",
          label: text("Price of leaving it out", "Pois jättämisen hinta", "Pris för att lämna det"),
          help: text(
            "Its priority. Empty: 100,000, or 200,000 where the time is critical.",
            "Tärkeys. Tyhjä: 100 000, aikakriittisellä 200 000.",
            "Prioritet. Tomt: 100 000, för tidskritiska 200 000.",
          ),
          in: { input: "number", least: 0, unit: POINTS },
        },
      ],
    },
  ],
};
