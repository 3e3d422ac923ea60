/** What went wrong, told at once also to those who listen; nothing where nothing did. */
export function Alert({ words }: { readonly words: string | null | undefined }) {
  if (words === null || words === undefined) return null;
  return (
    <p class="notice bad" role="alert">
      {words}
    </p>
  );
}
