/** Invented names for invented people, the same for the same number. */

const FIRST = [
  "Aino",
  "Eino",
  "Helmi",
  "Toivo",
  "Kerttu",
  "Veikko",
  "Lempi",
  "Urho",
  "Saima",
  "Onni",
  "Martta",
  "Reino",
  "Hilja",
  "Arvo",
  "Sylvi",
  "Tauno",
  "Elna",
  "Viljo",
  "Ester",
  "Nils",
];
const LAST = [
  "Koivula",
  "Niemelä",
  "Sundqvist",
  "Rantanen",
  "Holmberg",
  "Salmela",
  "Ekman",
  "Peltola",
  "Lindgren",
  "Kallio",
  "Heikkinen",
  "Backman",
  "Mäkelä",
];

/** @param number 0 or more; 260 follow before one comes again */
export function inventedName(number: number): string {
  return `${FIRST[number % FIRST.length]} ${LAST[(number * 7 + Math.floor(number / FIRST.length)) % LAST.length]}`;
}
