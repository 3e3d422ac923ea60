/** Words of need against supply, and of the policy to plan by. */
import { speak, text } from "../../../shared/i18n/index.js";

export const tc = speak({
  policy: text("Plan by", "Painotus", "Princip"),
  "policy-own": text("The problem's own weights", "Tehtävän omat painot", "Uppgiftens egna vikter"),
  title: text("Need and supply", "Tarve ja tarjonta", "Behov och tillgång"),
  group: text("Whose", "Kenen", "Vems"),
  everybody: text("All nurses", "Kaikki hoitajat", "Alla vårdare"),
  skilled: text("Nurses with {skills}", "Osaaminen: {skills}", "Vårdare med {skills}"),
  or: text("or", "tai", "eller"),
  loading: text("Counting…", "Lasketaan…", "Räknar…"),
  none: text(
    "There are no visits or shifts to compare.",
    "Vertailtavia käyntejä tai vuoroja ei ole.",
    "Det finns inga besök eller pass att jämföra.",
  ),
  plot: text(
    "Nurses' minutes by half hour, {from} to {to}. Most is needed at {peak}: {need} of {supply} minutes.",
    "Hoitajaminuutit puolen tunnin välein, {from}–{to}. Tiukinta klo {peak}: tarve {need}, tarjonta {supply} minuuttia.",
    "Vårdarminuter per halvtimme, {from}–{to}. Mest behövs kl. {peak}: {need} av {supply} minuter.",
  ),
  need: text(
    "Need, if visits spread evenly",
    "Tarve, jos käynnit jakautuvat tasan",
    "Behov, om besöken fördelas jämnt",
  ),
  supply: text("Supply", "Tarjonta", "Tillgång"),
  "shortage-none": text(
    "No certain shortage. Travel is not counted, so visits may still be left out.",
    "Varmaa vajetta ei ole. Matkat eivät ole mukana, joten käyntejä voi silti jäädä pois.",
    "Ingen säker brist. Resor räknas inte, så besök kan ändå bli utan.",
  ),
  shortage: text(
    "{who}, {from}–{to}: {n} {n|visit takes|visits take} at least {need} minutes and there are {supply}. These nurses cannot make them all.",
    "{who}, {from}–{to}: {n} {n|käynti vie|käyntiä vie} vähintään {need} minuuttia, ja tarjolla on {supply}. Nämä hoitajat eivät ehdi kaikkia.",
    "{who}, {from}–{to}: {n} besök tar minst {need} minuter och det finns {supply}. Dessa vårdare hinner inte alla.",
  ),
  tight: text(
    "In {n} {n|half hour|half hours} the expected need is above the supply.",
    "Puolituntisia, joina odotettu tarve ylittää tarjonnan: {n}.",
    "Under {n} {n|halvtimme|halvtimmar} är det väntade behovet större än tillgången.",
  ),
  numbers: text("Numbers", "Luvut", "Siffror"),
  time: text("Half hour from", "Puolituntinen alkaen", "Halvtimme från"),
  minutes: text("min", "min", "min"),
});
