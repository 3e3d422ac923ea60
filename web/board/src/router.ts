/** Pages by the address's fragment, so that the server needs no rule for them. */
import { signal } from "@preact/signals";

export interface Address {
  /** First part: `day`, `data`, …; empty: the list of days. */
  readonly page: string;
  readonly parts: readonly string[];
}

function read(): Address {
  const [page = "", ...parts] = location.hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
  return { page, parts };
}

export const address = signal<Address>(read());

addEventListener("hashchange", () => {
  address.value = read();
});

export const linkTo = (...parts: readonly string[]): string => `#/${parts.map(encodeURIComponent).join("/")}`;

export function go(...parts: readonly string[]): void {
  location.hash = linkTo(...parts);
}

/** As `go`, without a step to come back to. */
export function replace(...parts: readonly string[]): void {
  history.replaceState(null, "", linkTo(...parts));
  address.value = read();
}
