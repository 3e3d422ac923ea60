import { useSignal } from "@preact/signals";
import { RequestFailed } from "../../../shared/problem.js";
import { Button } from "../../../shared/ui/Button.js";
import { LanguageChoice } from "../../../shared/ui/LanguageChoice.js";
import { session, signIn } from "../session.js";
import { tw } from "../words/frame.js";
import { Alert } from "../Alert.js";

export function SignInPage() {
  const failed = useSignal<string | null>(null);
  const busy = useSignal(false);
  const { value } = session;
  const expired = value.state === "signed-out" && value.expired === true;
  const submit = async (form: HTMLFormElement): Promise<void> => {
    const data = new FormData(form);
    busy.value = true;
    failed.value = null;
    try {
      await signIn(String(data.get("user")), String(data.get("password")));
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      failed.value =
        error.details.status === 401
          ? tw("sign-in-failed")
          : error.details.status === 429
            ? tw("too-many")
            : error.details.detail || tw("unreachable");
    } finally {
      busy.value = false;
    }
  };
  return (
    <main class="sign-in">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit(event.currentTarget);
        }}
      >
        <img src="./icon.svg" alt="" width="48" height="48" />
        <h1>Kotikierros</h1>
        {expired && (
          <p class="notice" role="status">
            {tw("expired")}
          </p>
        )}
        <label class="field">
          <span>{tw("user")}</span>
          <input class="input" name="user" autoComplete="username" required />
        </label>
        <label class="field">
          <span>{tw("password")}</span>
          <input class="input" name="password" type="password" autoComplete="current-password" required />
        </label>
        <Alert words={failed.value} />
        <Button kind="primary" type="submit" disabled={busy.value}>
          {tw("sign-in")}
        </Button>
        <p class="muted help">{tw("sign-in-help")}</p>
        <LanguageChoice />
      </form>
    </main>
  );
}
