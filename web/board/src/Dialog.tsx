/** A dialog of the browser's own: it keeps the keyboard inside and closes on Escape. */
import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { ta } from "./words/day.js";

export interface DialogProps {
  readonly title: string;
  /** `most`: for tables of several columns. */
  readonly wide?: boolean | "most";
  readonly onClose: () => void;
  readonly children?: ComponentChildren;
  /** Buttons at the foot. */
  readonly actions?: ComponentChildren;
}

export function Dialog({ title, wide = false, onClose, children, actions }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  /** The browser tells of closing a moment later; by then another dialog may have taken the place. */
  const gone = useRef(false);
  // Before the next frame: a key pressed at once must find the dialog open.
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => {
      gone.current = true;
      dialog?.close();
    };
  }, []);
  const closed = (): void => {
    if (!gone.current) onClose();
  };
  return (
    <dialog
      ref={box}
      class={wide === "most" ? "wide most" : wide ? "wide" : ""}
      aria-labelledby={id}
      onClose={closed}
    >
      <header>
        <h2 id={id}>{title}</h2>
        <button type="button" class="button quiet small" aria-label={ta("close")} onClick={onClose}>
          ✕
        </button>
      </header>
      {/* A long text without a field in it is scrolled by the keyboard too. */}
      <div class="content" role="region" aria-labelledby={id} tabIndex={0}>
        {children}
      </div>
      {actions !== undefined && <footer>{actions}</footer>}
    </dialog>
  );
}
