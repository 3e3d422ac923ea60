/** Changing one's own password; other sessions of the account end. */
import { useSignal } from "@preact/signals";
import { RequestFailed } from "../../../shared/problem.js";
import { request } from "../../../shared/request.js";
import { Button } from "../../../shared/ui/Button.js";
import { Dialog } from "../Dialog.js";
import { say, sayFailure } from "../day/state.js";
import { ta } from "../words/day.js";
import { tw } from "../words/frame.js";
import { Alert } from "../Alert.js";

const LEAST = 12;

export function PasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const current = useSignal("");
  const next = useSignal("");
  const again = useSignal("");
  const fault = useSignal<string | null>(null);
  const change = async (): Promise<void> => {
    if (next.value.length < LEAST) fault.value = tw("password-short");
    else if (next.value !== again.value) fault.value = tw("passwords-differ");
    else {
      try {
        await request("/me/password", {
          method: "POST",
          body: { current: current.value, next: next.value },
          staysSignedIn: true,
        });
        say(tw("password-changed"), "good");
        onClose();
      } catch (error) {
        if (!(error instanceof RequestFailed)) throw error;
        fault.value = error.details.status === 401 ? tw("password-wrong") : error.details.detail;
      }
    }
  };
  const fields = [
    [current, "password-now", "current-password"],
    [next, "password-new", "new-password"],
    [again, "password-again", "new-password"],
  ] as const;
  return (
    <Dialog
      title={tw("change-password")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ta("cancel")}</Button>
          <Button kind="primary" onClick={() => change().catch(sayFailure)}>
            {tw("change-password")}
          </Button>
        </>
      }
    >
      <Alert words={fault.value} />
      {fields.map(([value, words, complete]) => (
        <label key={words} class="field">
          <span>{tw(words)}</span>
          <input
            class="input"
            type="password"
            autoComplete={complete}
            value={value.value}
            onInput={({ currentTarget }) => (value.value = currentTarget.value)}
          />
        </label>
      ))}
    </Dialog>
  );
}
