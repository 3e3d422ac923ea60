/** The letter of a visit type on its colours. */
import { lookOf, typeName } from "./names.js";

export function TypeChip({ typeId }: { readonly typeId: string }) {
  const { token, letter } = lookOf(typeId);
  return (
    <span class={`chip type-${token}`} title={typeName(typeId)}>
      {letter}
    </span>
  );
}
