/** What the coordinator and the nurse have written to each other; new ones go out when they can. */
import { useEffect, useState } from "preact/hooks";
import { formatMoment } from "../../../shared/i18n/index.js";
import { type Entry, type KeptMessage, LONGEST_TEXT } from "../../core/index.js";
import { record } from "../state/actions.js";
import { markRead } from "../state/messages.js";
import { entries, messages, timeZone, today, unread } from "../state/signals.js";
import { t } from "../words.js";

function Message({ message }: { readonly message: KeptMessage }) {
  return (
    <li class={`message ${message.mine ? "mine" : ""}`}>
      <p class="message-head">
        <span class="strong">{message.mine ? t("you") : t("coordinator")}</span>
        <time dateTime={message.at}>{formatMoment(message.at, timeZone.value)}</time>
      </p>
      <p class="message-text">{message.text}</p>
    </li>
  );
}

function Waiting({ entry }: { readonly entry: Entry }) {
  return (
    <li class="message mine">
      <p class="message-head">
        <span class="strong">{t("you")}</span>
        <span>{t("notSentYet")}</span>
      </p>
      <p class="message-text">{entry.text}</p>
    </li>
  );
}

function Write() {
  const [text, setText] = useState("");
  const send = async (): Promise<void> => {
    if (text.trim() === "") return;
    await record({ kind: "message", date: today.value, text: text.trim() });
    setText("");
  };
  return (
    <form
      class="note-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label class="field">
        <span>{t("write")}</span>
        <textarea
          class="input"
          rows={3}
          maxLength={LONGEST_TEXT}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <button type="submit" class="big primary" disabled={text.trim() === ""}>
        {t("send")}
      </button>
    </form>
  );
}

export function MessagesPage() {
  const count = unread.value;
  useEffect(() => {
    if (count > 0) void markRead();
  }, [count]);
  const sent = new Set(messages.value.map(({ id }) => id));
  const own = entries.value.filter(
    ({ kind, state, id }) => kind === "message" && state === "waiting" && !sent.has(id),
  );
  return (
    <>
      {messages.value.length + own.length === 0 && <p class="empty">{t("noMessages")}</p>}
      <ol class="messages" aria-live="polite">
        {messages.value.map((message) => (
          <Message key={message.id} message={message} />
        ))}
        {own.map((entry) => (
          <Waiting key={entry.id} entry={entry} />
        ))}
      </ol>
      <Write />
    </>
  );
}
