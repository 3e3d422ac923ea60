/** Why a visit was left out, as the plan tells it: a kind, rules, and shifts that each keeps away. */
import { speak, text } from "../../../shared/i18n/index.js";
import type { UnservedVisit } from "../../../../src/contracts/index.js";

const RULES = {
  skill: text(
    "{n} {n|shift lacks|shifts lack} a skill",
    "{n} vuorolta puuttuu osaaminen",
    "{n} pass saknar kompetens",
  ),
  refused: text(
    "the client refuses the nurse of {n} {n|shift|shifts}",
    "asiakas ei huoli {n} vuoron hoitajaa",
    "klienten avböjer vårdaren i {n} pass",
  ),
  window: text(
    "its window is closed to {n} {n|shift|shifts}",
    "aikaikkuna ei sovi {n} vuoroon",
    "tidsfönstret passar inte {n} pass",
  ),
  shift: text(
    "{n} {n|shift is|shifts are} not at work then",
    "{n} {n|vuoro|vuoroa} ei ole silloin töissä",
    "{n} pass arbetar inte då",
  ),
  way: text(
    "{n} {n|shift has|shifts have} no way there",
    "{n} vuorolla ei ole reittiä perille",
    "{n} pass har ingen väg dit",
  ),
  crew: text(
    "too few nurses are free together",
    "liian harva hoitaja on yhtä aikaa vapaana",
    "för få vårdare är lediga samtidigt",
  ),
  gap: text(
    "the gap to its neighbour visit cannot hold",
    "väli viereiseen käyntiin ei pidä",
    "avståndet till grannbesöket håller inte",
  ),
  link: text(
    "the nurses of its linked visits do not allow it",
    "siihen liitettyjen käyntien hoitajat eivät salli sitä",
    "vårdarna i dess länkade besök tillåter det inte",
  ),
  pin: text(
    "what is pinned stands in its way",
    "kiinnitetyt käynnit ovat tiellä",
    "det som är fäst står i vägen",
  ),
  room: text(
    "{n} able {n|shift is|shifts are} full at that time",
    "{n} {n|sopiva vuoro|sopivaa vuoroa} on silloin täynnä",
    "{n} {n|lämpligt pass är fullt|lämpliga pass är fulla} då",
  ),
  cost: text(
    "serving it costs more than leaving it out",
    "hoitaminen maksaa enemmän kuin pois jättäminen",
    "att utföra det kostar mer än att lämna det",
  ),
} as const;

const KINDS = {
  impossible: text("Nobody can", "Kukaan ei voi", "Ingen kan"),
  blocked: text("No room", "Ei tilaa", "Ingen plats"),
  displaced: text("Others came first", "Muut menivät edelle", "Andra gick före"),
} as const;

const tr = speak(RULES);
const tk = speak(KINDS);
const isRule = (rule: string): rule is keyof typeof RULES => rule in RULES;

/** `Nobody can: 12 shifts lack a skill, 2 shifts are not at work then`. Another program's words stay. */
export function reasonWords(reasons: UnservedVisit["reasons"]): string {
  const byKind = new Map<string, string[]>();
  for (const reason of reasons) {
    const [kind, words] =
      typeof reason === "string"
        ? ["", reason]
        : [tk(reason.kind), isRule(reason.rule) ? tr(reason.rule, { n: reason.shifts ?? 0 }) : reason.rule];
    byKind.set(kind, [...(byKind.get(kind) ?? []), words]);
  }
  return [...byKind].map(([kind, words]) => (kind === "" ? "" : `${kind}: `) + words.join(", ")).join("; ");
}
