/** What was just done or refused, told at the foot of the page and to screen readers. */
import { useEffect } from "preact/hooks";
import { message } from "./day/state.js";

/** Milliseconds that good news stays; bad news stays until something else is told. */
const STAYS = 9000;

export function Message() {
  const { value } = message;
  useEffect(() => {
    if (value === null || value.kind === "bad") return undefined;
    const timer = setTimeout(() => {
      if (message.value === value) message.value = null;
    }, STAYS);
    return () => clearTimeout(timer);
  }, [value]);
  return (
    <div class={`message ${value === null ? "none" : value.kind}`} role="status" aria-live="polite">
      {value?.text}
      {value !== null && (
        <button
          type="button"
          class="button quiet small"
          aria-label="✕"
          onClick={() => (message.value = null)}
        >
          ✕
        </button>
      )}
    </div>
  );
}
