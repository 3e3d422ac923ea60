/** What a form is made of: sections of fields, each with its words, its help and its input. */
import type { StandingKind } from "../../../../../src/contracts/standing/index.js";
import type { Text } from "../../../../shared/i18n/index.js";

/** Words of one's own that grow with use. */
export type Vocabulary = "skill" | "language" | "mode";

export type Input =
  | { readonly input: "text"; readonly long?: boolean }
  | {
      readonly input: "number";
      readonly unit?: Text;
      readonly least?: number;
      readonly most?: number;
      /** Default: whole numbers. */
      readonly decimals?: boolean;
    }
  | { readonly input: "names" }
  | { readonly input: "date" | "time" }
  | { readonly input: "choice"; readonly options: readonly (readonly [string, Text])[] }
  | { readonly input: "yes-no"; readonly usual: boolean }
  | { readonly input: "record"; readonly kind: StandingKind }
  | { readonly input: "records"; readonly kind: StandingKind }
  | { readonly input: "word" | "words"; readonly of: Vocabulary }
  | { readonly input: "window" | "windows" | "tasks" | "prices" | "breaks" | "rhythm" | "contract" };

export interface Field {
  readonly key: string;
  readonly label: Text;
  readonly help?: Text;
  /** The record is refused without it. */
  readonly needed?: boolean;
  /** As wide as the form. */
  readonly wide?: boolean;
  readonly in: Input;
}

export interface Section {
  readonly title: Text;
  readonly fields: readonly Field[];
}

export interface FormSpec {
  readonly sections: readonly Section[];
  /** Fields that the list shows, most telling first; `*client` is looked up over the decision. */
  readonly columns: readonly string[];
  /** What the kind is for, in a sentence above the list. */
  readonly about: Text;
}

export const fieldsIn = (form: FormSpec): readonly Field[] => form.sections.flatMap(({ fields }) => fields);
