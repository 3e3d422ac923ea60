/** What every input of a form gets. */
export interface InputProps<Value = unknown> {
  /** Of the element that the label names. */
  readonly id: string;
  readonly value: Value | undefined;
  /** Undefined: the field goes. */
  readonly onChange: (value: Value | undefined) => void;
  readonly invalid: boolean;
  /** Ids of help and fault, for screen readers. */
  readonly describedBy: string | undefined;
}

export const textOr = (value: unknown, other = ""): string => (typeof value === "string" ? value : other);
export const listOr = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
