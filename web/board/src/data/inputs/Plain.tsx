/** Text, numbers, dates, times, choices, yes or no. */
import { useSignal } from "@preact/signals";
import { inLanguage, type Text } from "../../../../shared/i18n/index.js";
import { tdata } from "../../words/data.js";
import { clock } from "../clockWords.js";
import { readClock } from "../readClock.js";
import { type InputProps, textOr } from "./props.js";

export interface TextInputProps extends InputProps {
  readonly long?: boolean | undefined;
}

export function TextInput({ id, value, onChange, invalid, describedBy, long }: TextInputProps) {
  const shared = {
    id,
    class: "input",
    value: textOr(value),
    "aria-invalid": invalid,
    "aria-describedby": describedBy,
  };
  const take = (typed: string): void => onChange(typed === "" ? undefined : typed);
  if (long === true)
    return <textarea {...shared} rows={3} onInput={({ currentTarget }) => take(currentTarget.value)} />;
  return <input {...shared} onInput={({ currentTarget }) => take(currentTarget.value)} />;
}

/** A time of day typed as people type it; the browser's own input would ask for AM and PM. */
export function TimeInput({
  id,
  value,
  onChange,
  invalid,
  describedBy,
  label,
}: InputProps & { readonly label?: string }) {
  const typed = useSignal<string | null>(null);
  return (
    <input
      id={id}
      class="input time"
      inputMode="numeric"
      autoComplete="off"
      placeholder="–"
      aria-label={label}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      value={typed.value ?? clock(textOr(value))}
      onInput={({ currentTarget }) => {
        typed.value = currentTarget.value;
        onChange(currentTarget.value.trim() === "" ? undefined : readClock(currentTarget.value));
      }}
      onBlur={() => (typed.value = null)}
    />
  );
}

export interface NumberInputProps extends InputProps {
  readonly unit?: Text | undefined;
  readonly decimals?: boolean | undefined;
}

/** What is no number goes to the server as it was typed, which names the field in its refusal. */
export function NumberInput(props: NumberInputProps) {
  const { id, value, onChange, invalid, describedBy, unit, decimals = false } = props;
  const typed = useSignal(value === undefined ? "" : String(value).replace(".", ","));
  const take = (text: string): void => {
    typed.value = text;
    const plain = text
      .trim()
      .replaceAll(/[\s\u00a0]/g, "")
      .replace(",", ".");
    if (plain === "") return onChange(undefined);
    const number = Number(plain);
    onChange(Number.isFinite(number) ? number : text);
  };
  return (
    <span class="with-unit">
      <input
        id={id}
        class="input"
        inputMode={decimals ? "decimal" : "numeric"}
        value={typed.value}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        onInput={({ currentTarget }) => take(currentTarget.value)}
      />
      {unit !== undefined && <span class="unit">{inLanguage(unit, "")}</span>}
    </span>
  );
}

export interface ChoiceInputProps extends InputProps {
  readonly options: readonly (readonly [string, Text])[];
}

export function ChoiceInput({ id, value, onChange, invalid, describedBy, options }: ChoiceInputProps) {
  return (
    <select
      id={id}
      class="select"
      value={textOr(value)}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      onChange={({ currentTarget }) => onChange(currentTarget.value === "" ? undefined : currentTarget.value)}
    >
      <option value="">{tdata("not-said")}</option>
      {options.map(([one, words]) => (
        <option key={one} value={one}>
          {inLanguage(words, one)}
        </option>
      ))}
    </select>
  );
}

/** The usual answer is not written into the record. */
export function YesNoInput({
  id,
  value,
  onChange,
  describedBy,
  usual,
  label,
}: InputProps & { readonly usual: boolean; readonly label: string }) {
  return (
    <label class="check boxed" for={id}>
      <input
        id={id}
        type="checkbox"
        checked={typeof value === "boolean" ? value : usual}
        aria-describedby={describedBy}
        onChange={({ currentTarget }) =>
          onChange(currentTarget.checked === usual ? undefined : currentTarget.checked)
        }
      />
      {label}
    </label>
  );
}

const TAGS = ["fi", "sv", "en"] as const;

/** A name in each language; other languages that the record has are kept. */
export function NamesInput({
  id,
  value,
  onChange,
  describedBy,
  label,
}: InputProps & { readonly label: string }) {
  const names = (value ?? {}) as Readonly<Record<string, string>>;
  const others = Object.keys(names).filter((tag) => !TAGS.some((known) => known === tag));
  const set = (tag: string, text: string): void => {
    const { [tag]: _before, ...rest } = names;
    const next = text === "" ? rest : { ...rest, [tag]: text };
    onChange(Object.keys(next).length === 0 ? undefined : next);
  };
  return (
    <div class="names" role="group" aria-label={label}>
      {[...TAGS, ...others].map((tag, at) => (
        <span key={tag} class="with-tag">
          <span class="tag-mark" aria-hidden="true">
            {tag}
          </span>
          <input
            id={at === 0 ? id : `${id}-${tag}`}
            class="input"
            lang={tag}
            aria-label={`${label} (${tag})`}
            aria-describedby={describedBy}
            value={names[tag] ?? ""}
            onInput={({ currentTarget }) => set(tag, currentTarget.value)}
          />
        </span>
      ))}
    </div>
  );
}
