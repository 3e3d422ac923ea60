/** Something shown once: a link or a token's secret, with a button that copies it. */
import { useSignal } from "@preact/signals";
import { Button } from "../../../shared/ui/Button.js";
import { Dialog } from "../Dialog.js";
import { tadmin } from "../words/admin.js";
import { ta } from "../words/day.js";

export interface SecretProps {
  readonly title: string;
  readonly about: string;
  readonly secret: string;
  readonly onClose: () => void;
}

export function Secret({ title, about, secret, onClose }: SecretProps) {
  const copied = useSignal(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(secret);
    copied.value = true;
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <Button kind="primary" onClick={onClose}>
          {ta("close")}
        </Button>
      }
    >
      <p>{about}</p>
      <div class="secret">
        <input
          class="input"
          readOnly
          value={secret}
          aria-label={title}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        {"clipboard" in navigator && <Button onClick={() => void copy()}>{tadmin("copy")}</Button>}
      </div>
      <p role="status">{copied.value && tadmin("copied")}</p>
    </Dialog>
  );
}
