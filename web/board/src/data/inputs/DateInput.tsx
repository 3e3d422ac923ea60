/** A date typed and shown as the chosen language writes it; the browser's own input follows the browser's language. */
import { useSignal } from "@preact/signals";
import { useId, useRef } from "preact/hooks";
import { formatDate } from "../../../../shared/i18n/index.js";
import { tdata } from "../../words/data.js";
import { isDate, readDate } from "../readDate.js";
import { type InputProps, textOr } from "./props.js";

/** What is no date goes on as it was typed: the server names the field in its refusal. */
export function DateInput({ id, value, onChange, invalid, describedBy }: InputProps) {
  const typed = useSignal<string | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const known = textOr(value);
  const shown = isDate(known) ? formatDate(known, "plain") : known;
  return (
    <div class="date-input">
      <input
        id={id}
        class="input"
        inputMode="numeric"
        autoComplete="off"
        aria-invalid={invalid}
        aria-describedby={describedBy}
        value={typed.value ?? shown}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value;
          onChange(currentTarget.value.trim() === "" ? undefined : readDate(currentTarget.value));
        }}
        onBlur={() => (typed.value = null)}
      />
      <button
        type="button"
        class="button"
        aria-label={tdata("calendar")}
        title={tdata("calendar")}
        onClick={() => picker.current?.showPicker()}
      >
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
          <path d="M2 4h12v10H2zM2 7h12M5 2v3M11 2v3" fill="none" stroke="currentColor" stroke-width="1.5" />
        </svg>
      </button>
      <input
        ref={picker}
        type="date"
        class="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        value={isDate(known) ? known : ""}
        onInput={({ currentTarget }) => {
          if (currentTarget.value !== "") onChange(currentTarget.value);
        }}
      />
    </div>
  );
}

export interface DateFieldProps {
  readonly label: string;
  readonly value: string;
  /** Called with dates of the calendar only, YYYY-MM-DD. */
  readonly onDate: (date: string) => void;
}

/** A date by itself on a page, with its name. */
export function DateField({ label, value, onDate }: DateFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <DateInput
        id={id}
        value={value}
        invalid={false}
        describedBy={undefined}
        onChange={(text) => {
          if (typeof text === "string" && text !== value && isDate(text)) onDate(text);
        }}
      />
    </div>
  );
}
