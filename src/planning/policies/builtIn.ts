/** The program's own policies, version 0 of their ids. */
import type { Weights } from "../../contracts/problemSchema.js";
import type { Policy, PolicyStore } from "./ports.js";

/** In Finnish, Swedish and English. */
type Texts = readonly [string, string, string];

const byLanguage = ([fi, sv, en]: Texts) => ({ fi, sv, en });

function own(id: string, names: Texts, texts: Texts, weights: Weights): Policy {
  const descriptions = byLanguage(texts);
  return {
    id,
    version: 0,
    name: byLanguage(names),
    description: descriptions.en,
    descriptions,
    weights,
    author: null,
    createdAt: null,
  };
}

/** Weights not named are the contract's. */
export const BUILT_IN_POLICIES: readonly Policy[] = [
  own(
    "balanced",
    ["Tasapainoinen", "Balanserad", "Balanced"],
    ["Ohjelman omat painot.", "Programmets egna vikter.", "The contract's own weights."],
    {},
  ),
  own(
    "continuity-first",
    ["Jatkuvuus ensin", "Kontinuitet först", "Continuity first"],
    [
      "Vieras hoitaja maksaa yhtä paljon kuin 40 minuuttia matkaa, yhteisen kielen puute kuin 50.",
      "En obekant vårdare kostar lika mycket som 40 minuters resa, avsaknad av ett gemensamt språk som 50.",
      "A stranger costs as much as forty minutes of travel, a language not shared as fifty.",
    ],
    { unfamiliar: 2400, language: 3000 },
  ),
  own(
    "least-driving",
    ["Vähiten ajoa", "Minst körning", "Least driving"],
    [
      "Matka painaa nelinkertaisesti tasapainoiseen verrattuna.",
      "Resor väger fyra gånger så mycket som i den balanserade.",
      "Travel counts four times as much as in the balanced policy.",
    ],
    { travel: 4 },
  ),
  own(
    "on-time-first",
    ["Ajallaan ensin", "I tid först", "On time first"],
    [
      "Alku toivotun ajan ulkopuolella maksaa nelinkertaisesti, ja myöhäisin vielä lisäksi.",
      "En start utanför önskad tid kostar fyra gånger så mycket, den senaste dessutom extra.",
      "Starts outside the wished times cost four times as much, the latest one besides.",
    ],
    { early: 4, late: 8, worstLate: 2 },
  ),
  own(
    "fair-load",
    ["Tasainen kuorma", "Jämn belastning", "Fair load"],
    [
      "Kuorma yli vuoron tavoitteen ja ylityö maksavat viisinkertaisesti.",
      "Belastning över passets mål och övertid kostar fem gånger så mycket.",
      "Load beyond a shift's target and overtime cost five times as much.",
    ],
    { overload: 5, overtime: 25 },
  ),
];

/** The policy that holds under an id, or the version named. Null: none. */
export async function findPolicy(store: PolicyStore, id: string, version?: number): Promise<Policy | null> {
  const builtIn = BUILT_IN_POLICIES.find((policy) => policy.id === id) ?? null;
  if (version === 0) return builtIn;
  return (await store.find(id, version)) ?? (version === undefined ? builtIn : null);
}

/** What holds under each id, by id: stored versions come before the program's own. */
export async function listPolicies(store: PolicyStore): Promise<Policy[]> {
  const stored = await store.list();
  const ids = new Set(stored.map((policy) => policy.id));
  return [...stored, ...BUILT_IN_POLICIES.filter((policy) => !ids.has(policy.id))].toSorted((a, b) =>
    a.id < b.id ? -1 : 1,
  );
}
