/** The bar at the top: the pages that the role may open, who works here, language. */
import { useSignal } from "@preact/signals";
import { LanguageChoice } from "../../shared/ui/LanguageChoice.js";
import { Button } from "../../shared/ui/Button.js";
import { date, sayFailure } from "./day/state.js";
import { PasswordDialog } from "./pages/PasswordDialog.js";
import { mayOpen, type NavPage, openPages, trole } from "./rights.js";
import { linkTo } from "./router.js";
import { mayDo, session, signOut } from "./session.js";
import { tw } from "./words/frame.js";

const LINKS: Readonly<Record<NavPage, string>> = {
  days: "#/",
  live: "#/live",
  quality: "#/quality",
  figures: "#/figures",
  policies: "#/policies",
  data: "#/data",
  admin: "#/admin",
};

/** From an open day the way leads to the same day as it runs; else to today. */
const hrefOf = (link: NavPage, page: NavPage | "day" | "other"): string =>
  link === "live" && page === "day" ? linkTo("live", date.value) : LINKS[link];

/** Without persons the standing data are the catalogue and its prices. */
const wordsOf = (page: NavPage): string => tw(page === "data" && !mayDo("GET /clients") ? "catalogue" : page);

export function Nav({ page }: { readonly page: NavPage | "day" | "other" }) {
  const { value } = session;
  const asksPassword = useSignal(false);
  const who = value.state === "in" ? value.identity : null;
  const [home = "data"] = openPages();
  return (
    <header class="nav">
      <a class="brand" href={mayOpen("days") ? "#/" : LINKS[home]}>
        <img src="./icon.svg" alt="" width="22" height="22" /> Kotikierros
      </a>
      <nav aria-label={tw("navigation")}>
        {openPages().map((one) => (
          <a key={one} href={hrefOf(one, page)} aria-current={page === one ? "page" : undefined}>
            {wordsOf(one)}
          </a>
        ))}
      </nav>
      <span class="space" />
      {who?.signIn === true && (
        <>
          <button
            type="button"
            class="button quiet who"
            title={tw("change-password")}
            onClick={() => (asksPassword.value = true)}
          >
            {who.userName} <small>{trole(who.role)}</small>
          </button>
          <Button small kind="quiet" onClick={() => void signOut().catch(sayFailure)}>
            {tw("sign-out")}
          </Button>
        </>
      )}
      <LanguageChoice />
      {asksPassword.value && <PasswordDialog onClose={() => (asksPassword.value = false)} />}
    </header>
  );
}
