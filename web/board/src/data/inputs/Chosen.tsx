/** Records by their names, and words such as skills. */
import type { StandingKind } from "../../../../../src/contracts/standing/index.js";
import {
  KNOWN_LANGUAGES,
  KNOWN_MODES,
  KNOWN_SKILLS,
  languageName,
  modeName,
  skillName,
} from "../../../../shared/plainNames.js";
import type { Vocabulary } from "../forms/index.js";
import { recordsOf } from "../records.js";
import { titleOf, titleOfRecord } from "../titles.js";
import { ManyPicker, type Option, Picker } from "./Picker.js";
import { type InputProps, listOr, textOr } from "./props.js";

const byName = (a: Option, b: Option): number => a.name.localeCompare(b.name, undefined, { numeric: true });

function optionsOf(kind: StandingKind): readonly Option[] {
  const found = new Map(recordsOf(kind).map((record) => [record.id, titleOfRecord(kind, record)]));
  return [...found].map(([id, name]) => ({ id, name })).toSorted(byName);
}

export function RecordInput({
  kind,
  value,
  onChange,
  ...rest
}: InputProps & { readonly kind: StandingKind }) {
  const id = textOr(value);
  return (
    <Picker
      {...rest}
      free={recordsOf(kind).length === 0}
      options={optionsOf(kind)}
      chosen={id === "" ? null : { id, name: titleOf(kind, id) }}
      onChoose={(option) => onChange(option?.id)}
    />
  );
}

export function RecordsInput({
  kind,
  value,
  onChange,
  ...rest
}: InputProps & { readonly kind: StandingKind }) {
  return (
    <ManyPicker
      {...rest}
      free={recordsOf(kind).length === 0}
      ids={listOr(value)}
      nameOf={(one) => titleOf(kind, one)}
      options={optionsOf(kind)}
      onChange={(ids) => onChange(ids.length === 0 ? undefined : ids)}
    />
  );
}

const NAMES: Readonly<Record<Vocabulary, (id: string) => string>> = {
  skill: skillName,
  language: languageName,
  mode: modeName,
};

/** Words that any record has used, beside those that the program knows. */
function wordsOf(of: Vocabulary): readonly Option[] {
  const used: Readonly<Record<Vocabulary, () => readonly unknown[]>> = {
    skill: () => [
      ...KNOWN_SKILLS,
      ...recordsOf("qualifications").map(({ skill }) => skill),
      ...recordsOf("visit-types").flatMap((type) => [
        ...listOr(type["requires"]),
        ...listOr(type["requiresAnyOf"]),
      ]),
    ],
    language: () => [
      ...KNOWN_LANGUAGES,
      ...(["clients", "nurses"] as const).flatMap((kind) =>
        recordsOf(kind).flatMap(({ languages }) => listOr(languages)),
      ),
    ],
    mode: () => [
      ...KNOWN_MODES,
      ...(["nurses", "vehicles"] as const).flatMap((kind) => recordsOf(kind).map(({ mode }) => mode)),
    ],
  };
  const ids = new Set(used[of]().filter((one): one is string => typeof one === "string"));
  const options = [...ids].map((id) => ({ id, name: NAMES[of](id) }));
  return of === "language" ? options : options.toSorted(byName);
}

export const wordName = (of: Vocabulary, id: string): string => NAMES[of](id);

export function WordInput({ of, value, onChange, ...rest }: InputProps & { readonly of: Vocabulary }) {
  const id = textOr(value);
  return (
    <Picker
      {...rest}
      free
      options={wordsOf(of)}
      chosen={id === "" ? null : { id, name: NAMES[of](id) }}
      onChoose={(option) => onChange(option?.id)}
    />
  );
}

export function WordsInput({ of, value, onChange, ...rest }: InputProps & { readonly of: Vocabulary }) {
  return (
    <ManyPicker
      {...rest}
      free
      ids={listOr(value)}
      nameOf={NAMES[of]}
      options={wordsOf(of)}
      onChange={(ids) => onChange(ids.length === 0 ? undefined : ids)}
    />
  );
}
