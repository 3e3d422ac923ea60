/** Which page shows: the part of the address after #, so that every page opens without network. */
import { signal } from "@preact/signals";

export const PAGES = ["today", "coming", "messages", "more"] as const;
export type Page = (typeof PAGES)[number];

const pageOf = (hash: string): Page => PAGES.find((page) => `#${page}` === hash) ?? "today";

export const page = signal<Page>(pageOf(location.hash));

addEventListener("hashchange", () => {
  page.value = pageOf(location.hash);
  scrollTo(0, 0);
});
