import type { ComponentChildren, JSX } from "preact";

export interface ButtonProps extends Omit<JSX.IntrinsicElements["button"], "size" | "class" | "className"> {
  readonly kind?: "primary" | "plain" | "quiet" | "danger";
  readonly small?: boolean;
  readonly children?: ComponentChildren;
}

export function Button({ kind = "plain", small = false, children, ...rest }: ButtonProps) {
  const names = ["button", kind === "plain" ? "" : kind, small ? "small" : ""].filter(Boolean).join(" ");
  return (
    <button type="button" {...rest} class={names}>
      {children}
    </button>
  );
}
