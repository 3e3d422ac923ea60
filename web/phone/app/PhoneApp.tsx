/** The frame of the phone's pages: who she is decides what shows. */
import { AppFrame } from "./AppFrame.js";
import { NotANursePage, SignInPage, UnsentPage, WhoPage } from "./pages/SignInPage.js";
import { stage } from "./state/signals.js";
import { t } from "./words.js";

export function PhoneApp() {
  const at = stage.value;
  switch (at.kind) {
    case "starting":
      return (
        <main class="plain-page" aria-busy="true">
          <p class="muted">{t("loading")}</p>
        </main>
      );
    case "sign-in":
      return <SignInPage again={at.again} />;
    case "who":
      return <WhoPage />;
    case "unsent":
      return <UnsentPage next={at.next} count={at.count} />;
    case "not-a-nurse":
      return <NotANursePage />;
    case "ready":
      return <AppFrame />;
  }
}
