/** The bar at the top: where one is, other pages, language, who works here. */
import { LanguageChoice } from "../../shared/ui/LanguageChoice.js";
import { Button } from "../../shared/ui/Button.js";
import { date, sayFailure } from "./day/state.js";
import { linkTo } from "./router.js";
import { session, signOut } from "./session.js";
import { tw } from "./words/frame.js";

export const PAGES = ["days", "live", "quality", "data"] as const;
export type NavPage = (typeof PAGES)[number] | "day" | "other";

const LINKS: Readonly<Record<(typeof PAGES)[number], string>> = {
  days: "#/",
  live: "#/live",
  quality: "#/quality",
  data: "#/data/clients",
};

/** From an open day the way leads to the same day as it runs; else to today. */
const hrefOf = (link: (typeof PAGES)[number], page: NavPage): string =>
  link === "live" && page === "day" ? linkTo("live", date.value) : LINKS[link];

export function Nav({ page }: { readonly page: NavPage }) {
  const { value } = session;
  const who = value.state === "in" ? value.identity : null;
  return (
    <header class="nav">
      <a class="brand" href="#/">
        <img src="./icon.svg" alt="" width="22" height="22" /> Kotikierros
      </a>
      <nav aria-label={tw("navigation")}>
        {PAGES.map((one) => (
          <a key={one} href={hrefOf(one, page)} aria-current={page === one ? "page" : undefined}>
            {tw(one)}
          </a>
        ))}
      </nav>
      <span class="space" />
      {who?.signIn === true && (
        <>
          <span class="who">{who.userName}</span>
          <Button small kind="quiet" onClick={() => void signOut().catch(sayFailure)}>
            {tw("sign-out")}
          </Button>
        </>
      )}
      <LanguageChoice />
    </header>
  );
}
