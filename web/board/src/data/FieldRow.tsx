/** One field: its label, its input, what helps, and what is wrong with it. */
import { inLanguage } from "../../../shared/i18n/index.js";
import type { Field } from "./forms/index.js";
import { RecordInput, RecordsInput, WordInput, WordsInput } from "./inputs/Chosen.js";
import { ContractInput } from "./inputs/ContractInput.js";
import { BreaksInput, PricesInput, TasksInput, WindowInput, WindowsInput } from "./inputs/Lists.js";
import { ChoiceInput, NamesInput, NumberInput, TextInput, TimeInput, YesNoInput } from "./inputs/Plain.js";
import type { InputProps } from "./inputs/props.js";
import { RhythmInput } from "./inputs/RhythmInput.js";
import { DateInput } from "./inputs/DateInput.js";

const LISTS = {
  window: WindowInput,
  windows: WindowsInput,
  tasks: TasksInput,
  prices: PricesInput,
  breaks: BreaksInput,
} as const;

function FieldInput({ field: { in: shape, label }, ...props }: InputProps & { readonly field: Field }) {
  const words = inLanguage(label, "");
  switch (shape.input) {
    case "text":
      return <TextInput {...props} long={shape.long} />;
    case "date":
      return <DateInput {...props} />;
    case "time":
      return <TimeInput {...props} />;
    case "number":
      return <NumberInput {...props} unit={shape.unit} decimals={shape.decimals} />;
    case "names":
      return <NamesInput {...props} label={words} />;
    case "choice":
      return <ChoiceInput {...props} options={shape.options} />;
    case "yes-no":
      return <YesNoInput {...props} usual={shape.usual} label={words} />;
    case "record":
      return <RecordInput {...props} kind={shape.kind} />;
    case "records":
      return <RecordsInput {...props} kind={shape.kind} />;
    case "word":
      return <WordInput {...props} of={shape.of} />;
    case "words":
      return <WordsInput {...props} of={shape.of} />;
    case "rhythm":
      return <RhythmInput {...props} />;
    case "contract":
      return <ContractInput {...props} />;
    default: {
      const List = LISTS[shape.input];
      return <List {...props} label={words} />;
    }
  }
}

export interface FieldRowProps {
  readonly field: Field;
  readonly value: unknown;
  readonly fault: string | undefined;
  readonly onChange: (value: unknown) => void;
}

export function FieldRow({ field, value, fault, onChange }: FieldRowProps) {
  const id = `field-${field.key}`;
  const described = [
    ...(field.help === undefined ? [] : [`${id}-help`]),
    ...(fault === undefined ? [] : [`${id}-fault`]),
  ].join(" ");
  return (
    <div class={`field ${field.wide === true ? "wide" : ""}`} data-field={field.key}>
      {field.in.input === "yes-no" ? (
        <span class="visually-hidden">{inLanguage(field.label, "")}</span>
      ) : (
        <label for={id}>
          {inLanguage(field.label, field.key)}
          {field.needed === true && (
            <span class="needed" aria-hidden="true">
              {" "}
              *
            </span>
          )}
        </label>
      )}
      <FieldInput
        field={field}
        id={id}
        value={value}
        invalid={fault !== undefined}
        describedBy={described === "" ? undefined : described}
        onChange={onChange}
      />
      {field.help !== undefined && (
        <span id={`${id}-help`} class="help">
          {inLanguage(field.help, "")}
        </span>
      )}
      {fault !== undefined && (
        <span id={`${id}-fault`} class="field-error">
          {fault}
        </span>
      )}
    </div>
  );
}
