/** Choosing one of many by typing a part of its name: the combobox pattern of WAI-ARIA. */
import { useComputed, useSignal } from "@preact/signals";
import { tdata } from "../../words/data.js";

export interface Option {
  readonly id: string;
  readonly name: string;
}

export interface PickerProps {
  readonly id: string;
  readonly options: readonly Option[];
  /** What is chosen now; empty: nothing. */
  readonly chosen: Option | null;
  readonly onChoose: (option: Option | null) => void;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  /** What was typed may be taken although no option has it. */
  readonly free?: boolean;
  readonly label?: string | undefined;
  readonly placeholder?: string;
  /** Emptied after a choice: for lists that grow. */
  readonly adds?: boolean;
}

/** Most options shown at once; typing more finds the others. */
const MOST = 60;

const plain = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

function matching(options: readonly Option[], typed: string, free: boolean): readonly Option[] {
  const wanted = plain(typed.trim());
  const found = options
    .filter(({ id, name }) => plain(name).includes(wanted) || plain(id).includes(wanted))
    .toSorted((a, b) => Number(plain(b.name).startsWith(wanted)) - Number(plain(a.name).startsWith(wanted)));
  const exact = options.some(({ id, name }) => plain(name) === wanted || id === typed.trim());
  const own = free && wanted !== "" && !exact ? [{ id: typed.trim(), name: `+ ${typed.trim()}` }] : [];
  return [...found.slice(0, MOST), ...own];
}

export function Picker(props: PickerProps) {
  const { id, options, chosen, onChoose, invalid, describedBy, free = false, adds = false } = props;
  /** Null: not being typed in. */
  const typed = useSignal<string | null>(null);
  const at = useSignal(0);
  const list = `${id}-list`;
  const found = typed.value === null ? [] : matching(options, typed.value, free);
  const open = useComputed(() => typed.value !== null);
  const choose = (option: Option | null): void => {
    typed.value = null;
    onChoose(option);
  };
  const leave = (): void => {
    if (typed.value === "" && chosen !== null && !adds) onChoose(null);
    typed.value = null;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (typed.value === null) typed.value = "";
      else at.value = Math.max(0, Math.min(found.length - 1, at.value + (key === "ArrowDown" ? 1 : -1)));
    } else if (key === "Enter" && open.value) {
      event.preventDefault();
      const option = found[at.value];
      if (option !== undefined) choose(option);
    } else if (key === "Escape" && open.value) {
      // The dialog around stays open: the list closes first.
      event.preventDefault();
      event.stopPropagation();
      typed.value = null;
    }
  };
  return (
    <span class="picker">
      <input
        id={id}
        class="input"
        role="combobox"
        aria-expanded={open.value}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open.value && found.length > 0 ? `${list}-${at.value}` : undefined}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        aria-label={props.label}
        autoComplete="off"
        placeholder={props.placeholder ?? tdata("choose")}
        value={typed.value ?? chosen?.name ?? ""}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onClick={() => {
          if (typed.value === null) {
            typed.value = "";
            at.value = 0;
          }
        }}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value;
          at.value = 0;
        }}
        onKeyDown={onKeyDown}
        onBlur={leave}
      />
      <ul id={list} class="options" role="listbox" hidden={!open.value} aria-label={tdata("choose")}>
        {found.map((option, place) => (
          <li
            key={option.id}
            id={`${list}-${place}`}
            role="option"
            aria-selected={place === at.value}
            class={place === at.value ? "at" : ""}
            ref={(element) => {
              if (place === at.value) element?.scrollIntoView({ block: "nearest" });
            }}
            // Before the input loses the keyboard, which would close the list.
            onPointerDown={(event) => {
              event.preventDefault();
              choose({ id: option.id, name: option.name.replace(/^\+ /, "") });
            }}
          >
            {option.name}
          </li>
        ))}
        {open.value && found.length === 0 && (
          <li class="muted" role="option" aria-selected={false} aria-disabled>
            {tdata("none-found")}
          </li>
        )}
      </ul>
    </span>
  );
}

export interface ManyProps extends Omit<PickerProps, "chosen" | "onChoose" | "adds"> {
  readonly ids: readonly string[];
  readonly nameOf: (id: string) => string;
  readonly onChange: (ids: readonly string[]) => void;
}

/** Several in an order that counts: each can be taken out, the next is added at the end. */
export function ManyPicker({ ids, nameOf, onChange, options, ...rest }: ManyProps) {
  return (
    <div class="many">
      {ids.length > 0 && (
        <ul class="chips">
          {ids.map((one) => (
            <li key={one}>
              {nameOf(one)}
              <button
                type="button"
                aria-label={tdata("take-out", { name: nameOf(one) })}
                onClick={() => onChange(ids.filter((other) => other !== one))}
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
      )}
      <Picker
        {...rest}
        adds
        options={options.filter(({ id }) => !ids.includes(id))}
        chosen={null}
        placeholder={tdata("add")}
        onChoose={(option) => {
          if (option !== null && !ids.includes(option.id)) onChange([...ids, option.id]);
        }}
      />
    </div>
  );
}
