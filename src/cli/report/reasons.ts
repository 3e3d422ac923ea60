/** Why a visit was left out, in words. */
import type { Plan } from "../../contracts/index.js";
import type { Lang } from "./words.js";

type Reason = Plan["unserved"][number]["reasons"][number];
type Said = Readonly<Record<Lang, (shifts: number) => string>>;

/** One word for one, another for several. */
const many = (n: number, one: string, several: string): string => `${n} ${n === 1 ? one : several}`;

/** By the rule that the engine names. `n` is the number of shifts that this rule keeps away. */
const RULES: Readonly<Record<string, Said>> = {
  skill: {
    en: (n) => `${many(n, "shift lacks", "shifts lack")} a skill`,
    fi: (n) => `${n} vuorolta puuttuu osaaminen`,
    sv: (n) => `${n} pass saknar kompetens`,
  },
  refused: {
    en: (n) => `the client refuses the nurse of ${many(n, "shift", "shifts")}`,
    fi: (n) => `asiakas ei huoli ${n} vuoron hoitajaa`,
    sv: (n) => `klienten avböjer vårdaren i ${n} pass`,
  },
  window: {
    en: (n) => `its window is closed to ${many(n, "shift", "shifts")}`,
    fi: (n) => `aikaikkuna ei sovi ${n} vuoroon`,
    sv: (n) => `tidsfönstret passar inte ${n} pass`,
  },
  shift: {
    en: (n) => `${many(n, "shift is", "shifts are")} not at work then`,
    fi: (n) => `${many(n, "vuoro", "vuoroa")} ei ole silloin töissä`,
    sv: (n) => `${n} pass arbetar inte då`,
  },
  way: {
    en: (n) => `${many(n, "shift has", "shifts have")} no way there`,
    fi: (n) => `${n} vuorolla ei ole reittiä perille`,
    sv: (n) => `${n} pass har ingen väg dit`,
  },
  crew: {
    en: () => "too few nurses are free together",
    fi: () => "liian harva hoitaja on yhtä aikaa vapaana",
    sv: () => "för få vårdare är lediga samtidigt",
  },
  gap: {
    en: () => "the gap to its neighbour visit cannot hold",
    fi: () => "väli viereiseen käyntiin ei pidä",
    sv: () => "avståndet till grannbesöket håller inte",
  },
  link: {
    en: () => "the nurses of its linked visits do not allow it",
    fi: () => "siihen liitettyjen käyntien hoitajat eivät salli sitä",
    sv: () => "vårdarna i dess länkade besök tillåter det inte",
  },
  pin: {
    en: () => "what is fixed stands in its way",
    fi: () => "kiinnitetyt käynnit ovat tiellä",
    sv: () => "det som är fast står i vägen",
  },
  room: {
    en: (n) => `${many(n, "able shift is", "able shifts are")} full at that time`,
    fi: (n) => `${many(n, "sopiva vuoro", "sopivaa vuoroa")} on silloin täynnä`,
    sv: (n) => `${many(n, "lämpligt pass är fullt", "lämpliga pass är fulla")} då`,
  },
  cost: {
    en: () => "serving it costs more than leaving it out",
    fi: () => "hoitaminen maksaa enemmän kuin pois jättäminen",
    sv: () => "att utföra det kostar mer än att lämna det",
  },
};

const KINDS: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  impossible: { en: "nobody can", fi: "kukaan ei voi", sv: "ingen kan" },
  blocked: { en: "no room", fi: "ei tilaa", sv: "ingen plats" },
  displaced: { en: "others came first", fi: "muut menivät edelle", sv: "andra gick före" },
};

/** `nobody can: 12 shifts lack a skill, 2 shifts are not at work then`. */
export function reasonWords(reasons: readonly Reason[], lang: Lang): string {
  const said = reasons.map((reason) => {
    if (typeof reason === "string") return { kind: "", words: reason };
    const words = RULES[reason.rule]?.[lang](reason.shifts ?? 0) ?? reason.rule;
    return { kind: KINDS[reason.kind]?.[lang] ?? reason.kind, words };
  });
  const kinds = [...new Set(said.map(({ kind }) => kind))];
  return kinds
    .map((kind) => {
      const words = said.filter((s) => s.kind === kind).map((s) => s.words);
      return kind === "" ? words.join(", ") : `${kind}: ${words.join(", ")}`;
    })
    .join("; ");
}
